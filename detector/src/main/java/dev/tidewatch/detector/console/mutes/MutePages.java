package dev.tidewatch.detector.console.mutes;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.Mute;
import dev.tidewatch.detector.alerting.MuteRefused;
import dev.tidewatch.detector.alerting.Mutes;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Rejected;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The mutes that hold, and how one is given and ended. */
public final class MutePages {
  private static final String PATH = "/alerts/mutes";
  private static final String TEMPLATE = "mutes.jte";
  private static final String TITLE = "Mutes";
  private static final List<String> FIELDS =
      List.of("detector", "measure", "parts", "hours", "until");

  private final Database database;

  public MutePages(Database database) {
    this.database = requireNonNull(database, "database");
  }

  public void show(Visit visit) {
    View view = visit.view();
    Map<String, String> proposed =
        Map.of(
            "detector",
            view.detector(),
            "measure",
            view.measure(),
            "parts",
            String.join("\n", view.query().all("dim")),
            "hours",
            "4");
    visit.show(TEMPLATE, Place.ALERTS, TITLE, way(visit), board(view, proposed, ""));
  }

  private static List<Crumb> way(Visit visit) {
    return List.of(new Crumb("Alerts", visit.view().link("/alerts")));
  }

  private MuteBoard board(View view, Map<String, String> entered, String wrong) {
    return database.read(
        handle -> {
          List<Detector> detectors = Detectors.page(handle, 0, Integer.MAX_VALUE);
          return new MuteBoard(
              rows(handle, detectors, view),
              detectors.stream().map(Detector::name).toList(),
              entered,
              wrong);
        });
  }

  private static List<MuteBoard.Row> rows(Handle handle, List<Detector> detectors, View view) {
    Times times = new Times(view.zone(), view.now());
    Map<Long, String> names = new HashMap<>();
    List<Mute> mutes = new ArrayList<>();
    for (Detector each : detectors) {
      names.put(each.id(), each.name());
      mutes.addAll(Mutes.active(handle, each.id(), view.now()));
    }
    mutes.sort(Comparator.comparing(Mute::until).thenComparing(Mute::id));
    return mutes.stream()
        .map(mute -> row(mute, names.getOrDefault(mute.detector(), ""), times))
        .toList();
  }

  private static MuteBoard.Row row(Mute mute, String detector, Times times) {
    return new MuteBoard.Row(
        mute.id(),
        detector,
        mute.measure().isEmpty() ? "all measures" : Headline.name(mute.measure()),
        Headline.scope(mute.scope()),
        mute.until().truncatedTo(ChronoUnit.SECONDS).toString(),
        times.brief(mute.until()),
        Times.length(Duration.between(times.now(), mute.until())),
        Headline.name(mute.giver()));
  }

  /** What the page's own form asks for. */
  public void add(Visit visit) {
    Map<String, String> entered = new HashMap<>();
    FIELDS.forEach(field -> entered.put(field, visit.field(field)));
    List<String> parts = visit.field("parts").lines().map(String::strip).toList();
    try {
      String told = mute(visit, visit.field("detector"), parts);
      visit.leadTo(PATH, Notice.done(told));
    } catch (ApiError refusal) {
      throw new Rejected(
          refusal,
          again ->
              again.showAgain(
                  TEMPLATE,
                  Place.ALERTS,
                  TITLE,
                  way(again),
                  board(again.view(), entered, String.valueOf(refusal.getMessage()))));
    }
  }

  /** What the page of an anomaly asks for. */
  public void addTo(Visit visit) {
    String detector = visit.part("detector");
    visit.leadBack(PATH, Notice.done(mute(visit, detector, visit.fields("dim"))));
  }

  private String mute(Visit visit, String detector, List<String> parts) {
    Instant now = visit.now();
    MuteWish wish =
        new MuteWish(
            visit.field("measure"),
            MuteWish.scope(parts.stream().filter(part -> !part.isBlank()).toList()),
            MuteWish.end(visit.field("hours"), visit.field("until"), now, visit.view().zone()));
    database.change(handle -> set(handle, detector, wish, visit.visitor().name(), now));
    String what = wish.measure().isEmpty() ? "Everything" : Headline.name(wish.measure());
    Times times = new Times(visit.view().zone(), now);
    return "%s of %s (%s) is muted until %s."
        .formatted(
            what, Headline.name(detector), Headline.scope(wish.scope()), times.brief(wish.until()));
  }

  private static void set(
      Handle handle, String detector, MuteWish wish, String giver, Instant now) {
    Detector found =
        Detectors.find(handle, detector)
            .orElseThrow(
                () ->
                    detector.isEmpty()
                        ? MuteWish.refusal("Choose a detector.")
                        : Missing.detector(detector));
    try {
      Mutes.set(handle, found.id(), wish.measure(), wish.scope(), wish.until(), giver, now);
    } catch (MuteRefused refused) {
      String sentence = String.valueOf(refused.getMessage());
      throw MuteWish.refusal(Headline.capital(sentence) + ".");
    }
  }

  /** Ends one before its time. */
  public void end(Visit visit) {
    String id = visit.field("id");
    boolean ended =
        id.matches("\\d{1,18}") && database.write(handle -> Mutes.end(handle, Long.parseLong(id)));
    visit.leadBack(
        PATH,
        ended
            ? Notice.done("The mute was ended: people hear of it from the next interval on.")
            : Notice.refused("This mute has ended already."));
  }
}
