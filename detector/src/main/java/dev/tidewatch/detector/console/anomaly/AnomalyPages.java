package dev.tidewatch.detector.console.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.AlertRepeats;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Shows an anomaly, and takes what people say of it. */
public final class AnomalyPages {
  private static final List<Integer> PER_PAGE = List.of(4, 10, 20);
  private static final int NOTE = 1_000;
  private static final int CAUSE = 60;

  private final Database database;

  public AnomalyPages(Database database) {
    this.database = requireNonNull(database, "database");
  }

  public void show(Visit visit) {
    String detector = visit.part("detector");
    String id = visit.part("group");
    AnomalyPage page =
        database.read(
            handle -> {
              Detector found = detector(handle, detector);
              return new AnomalyReader(handle, found, group(handle, found, id), visit.view())
                  .page(path(detector, id), perPage(visit));
            });
    visit.show(
        "anomaly.jte",
        Place.OVERVIEW,
        page.headline(),
        List.of(
            new Crumb("Anomalies", visit.view().link("/")),
            new Crumb(detector, visit.view().link("/d/" + detector))),
        page);
  }

  private static int perPage(Visit visit) {
    OptionalInt asked =
        PER_PAGE.stream()
            .filter(each -> String.valueOf(each).equals(visit.asked("rows")))
            .mapToInt(Integer::intValue)
            .findFirst();
    return asked.orElse(PER_PAGE.get(0));
  }

  private static String path(String detector, String group) {
    return "/d/" + detector + "/a/" + group;
  }

  private static Detector detector(Handle handle, String name) {
    return Detectors.find(handle, name).orElseThrow(() -> Missing.detector(name));
  }

  private static FoundGroup group(Handle handle, Detector detector, String id) {
    return Groups.find(handle, detector.id(), id)
        .orElseThrow(() -> new Missing("There is no such anomaly of “" + detector.name() + "”."));
  }

  /** A word about one series, or about all of them. */
  public void judge(Visit visit) {
    String detector = visit.part("detector");
    String id = visit.part("group");
    Optional<Judgement> judgement = judgement(visit);
    if (judgement.isEmpty()) {
      visit.leadBack(path(detector, id), Notice.refused("Choose what it was before you save."));
      return;
    }
    int judged =
        database.write(
            handle -> {
              FoundGroup group = group(handle, detector(handle, detector), id);
              List<FoundSeries> series = Groups.series(handle, group);
              return note(
                  handle, group, chosen(series, visit.field("series")), judgement.get(), visit);
            });
    visit.leadBack(
        path(detector, id),
        judged == 0
            ? Notice.refused("That series is not part of this anomaly.")
            : Notice.done(
                "Noted: %s. What looks like this will be told %s from the next interval on."
                    .formatted(
                        judgement.get().label(),
                        judgement.get().relevant() ? "as loudly" : "more quietly")));
  }

  /** Has an alert tell of it once more. */
  public void tellAgain(Visit visit) {
    String detector = visit.part("detector");
    String id = visit.part("group");
    Optional<AlertEvent> repeated =
        event(visit)
            .flatMap(
                event ->
                    database.write(
                        handle -> {
                          FoundGroup group = group(handle, detector(handle, detector), id);
                          return AlertRepeats.add(handle, group.id(), event, visit.now());
                        }));
    visit.leadBack(
        path(detector, id),
        repeated
            .map(told -> told.content().alert().name())
            .map(alert -> Notice.done("“" + alert + "” tells it again within seconds."))
            .orElse(Notice.refused("That message is on its way, or is not of this anomaly.")));
  }

  private static Optional<Long> event(Visit visit) {
    try {
      return Optional.of(Long.parseLong(visit.field("event")));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /**
   * What was said.
   *
   * @param word empty: only yes or no
   */
  private record Judgement(
      String label, String word, boolean relevant, String cause, String note) {}

  private static Optional<Judgement> judgement(Visit visit) {
    String said = visit.field("word");
    String cause = cut(visit.field("cause"), CAUSE);
    String note = cut(visit.field("note"), NOTE);
    return switch (said) {
      case "yes" -> Optional.of(new Judgement("relevant", "", true, cause, note));
      case "no" -> Optional.of(new Judgement("not relevant", "", false, cause, note));
      default ->
          Word.of(said)
              .map(
                  word -> new Judgement(word.label(), word.name(), word.isRelevant(), cause, note));
    };
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static List<FoundSeries> chosen(List<FoundSeries> series, String number) {
    return number.isEmpty()
        ? series
        : series.stream().filter(each -> String.valueOf(each.number()).equals(number)).toList();
  }

  private static int note(
      Handle handle, FoundGroup group, List<FoundSeries> series, Judgement judgement, Visit visit) {
    for (FoundSeries each : series) {
      FeedbackBook.put(
          handle,
          new FeedbackBook.Entry(
              group.id(),
              each.number(),
              judgement.relevant(),
              visit.now(),
              visit.visitor().name(),
              judgement.note(),
              judgement.word(),
              judgement.cause()));
    }
    return series.size();
  }
}
