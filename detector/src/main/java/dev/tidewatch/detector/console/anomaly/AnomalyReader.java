package dev.tidewatch.detector.console.anomaly;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.AlertHistory;
import dev.tidewatch.detector.alerting.AlertRepeats;
import dev.tidewatch.detector.alerting.EventState;
import dev.tidewatch.detector.alerting.message.Numbers;
import dev.tidewatch.detector.alerting.message.Share;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.DimensionShares;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.MuteChoice;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.Observed;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.PointRow;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.Related;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.Said;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.SeriesCard;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.Told;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.ValueShare;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.relation.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Gathers what a page says of an anomaly, in one state of the database. */
final class AnomalyReader {
  private static final int INTERVALS_BEFORE = 12;
  private static final int INTERVALS_SHOWN = 36;
  private static final int INTERVALS_FIRST = 432;
  private static final int MOST_SHARES = 12;

  private final Handle handle;
  private final Detector detector;
  private final FoundGroup group;
  private final View view;
  private final Duration interval;
  private final int watched;

  AnomalyReader(Handle handle, Detector detector, FoundGroup group, View view) {
    this.handle = handle;
    this.detector = detector;
    this.group = group;
    this.view = view;
    this.interval = detector.interval().duration();
    this.watched = SeriesNumbers.finest(handle, detector.id());
  }

  AnomalyPage page(String path, int perPage) {
    List<FoundSeries> series = Groups.series(handle, group);
    List<FoundRelation> relations = Groups.relations(handle, group);
    List<FeedbackBook.Entry> words = FeedbackBook.of(handle, group.id());
    Optional<Integer> own = SeriesNumbers.find(handle, detector.id(), group.scope());
    return new AnomalyPage(
        group.id(),
        detector.name(),
        group.measure(),
        Headline.of(group),
        new Severity(group.told()),
        new Severity(group.severity()),
        Headline.scope(group.scope()),
        group.start(),
        group.end().plus(interval),
        group.open(),
        Times.length(Duration.between(group.start(), group.end()).plus(interval)),
        group.detected(),
        Times.length(Duration.between(group.start().plus(interval), group.detected()).abs()),
        observed(group.peak()),
        Reasons.of(group, interval, watched),
        interval.multipliedBy(INTERVALS_FIRST),
        ChartLink.of(detector.name(), group, own, interval, view.zone(), view.now()),
        own.map(this::points).orElse(List.of()),
        shares(),
        cards(series, words, perPage),
        PageLinks.of(view, path, perPage, series.size()),
        perPage,
        watched,
        related(relations, Relation.CAUSE),
        related(relations, Relation.EFFECT),
        said(words),
        told(),
        mutes(),
        new EventsAround(handle, group, interval).nearestFirst());
  }

  private static Observed observed(Peak peak) {
    String percent = Numbers.percent(peak.percent());
    return new Observed(
        Numbers.value(peak.value()),
        Numbers.value(peak.lower()),
        Numbers.value(peak.upper()),
        Numbers.value(peak.expected()),
        percent.isEmpty()
            ? ""
            : (peak.percent() > 0 ? "+" : "") + percent.replace("-", "−") + " %");
  }

  private List<PointRow> points(int series) {
    return Points.of(
            handle,
            detector.id(),
            group.measure(),
            series,
            group.start().minus(interval.multipliedBy(INTERVALS_BEFORE)),
            group.start().plus(interval.multipliedBy(INTERVALS_SHOWN - INTERVALS_BEFORE)))
        .stream()
        .map(AnomalyReader::row)
        .toList();
  }

  private static PointRow row(Point point) {
    return new PointRow(
        point.interval(),
        Numbers.value(point.value()),
        Double.isNaN(point.lower())
            ? "nothing yet"
            : Numbers.value(point.lower()) + " to " + Numbers.value(point.upper()),
        new Severity(point.severity()));
  }

  private List<DimensionShares> shares() {
    List<DimensionShares> shares = new ArrayList<>();
    Share.of(group.contributions())
        .forEach(
            (dimension, values) -> {
              List<ValueShare> shown = new ArrayList<>();
              int left = 0;
              for (Share each : values.stream().limit(MOST_SHARES).toList()) {
                shown.add(
                    new ValueShare(
                        each.value(), each.percent(), left, anomaliesOf(dimension, each)));
                left += each.percent();
              }
              shares.add(new DimensionShares(dimension, shown));
            });
    return shares;
  }

  private String anomaliesOf(String dimension, Share share) {
    return view.query()
        .only("from", "to", "tz", "sev")
        .with("detector", detector.name())
        .with("dim", dimension + ":" + share.value())
        .url("/");
  }

  private List<SeriesCard> cards(
      List<FoundSeries> series, List<FeedbackBook.Entry> words, int perPage) {
    Map<Long, FeedbackBook.Entry> bySeries =
        words.stream().collect(Collectors.toMap(FeedbackBook.Entry::series, Function.identity()));
    return series.stream()
        .skip((view.page() - 1L) * perPage)
        .limit(perPage)
        .map(each -> card(each, Optional.ofNullable(bySeries.get(each.number()))))
        .toList();
  }

  private SeriesCard card(FoundSeries series, Optional<FeedbackBook.Entry> word) {
    return new SeriesCard(
        series.number(),
        Headline.capital(Headline.name(group.measure()))
            + (series.scope().values().isEmpty() ? "" : " for " + Headline.scope(series.scope())),
        new Severity(Math.min(series.severity(), group.told())),
        observed(series.peak()),
        Reasons.trouble(series.trouble()),
        series.peak().interval(),
        ChartLink.of(detector.name(), group, series.number(), interval, view.zone(), view.now()),
        word.map(each -> Word.said(each.word(), each.relevant())).orElse(""),
        word.map(FeedbackBook.Entry::relevant).orElse(false));
  }

  private List<Related> related(List<FoundRelation> relations, Relation kind) {
    return relations.stream().filter(each -> each.relation() == kind).map(this::related).toList();
  }

  private Related related(FoundRelation relation) {
    Optional<FoundGroup> other =
        relation.group().flatMap(id -> Groups.find(handle, detector.id(), id));
    return new Related(
        Headline.name(relation.measure()),
        (int) Math.round(relation.contributionPercent()),
        lag(relation),
        other.map(each -> view.link("/d/" + detector.name() + "/a/" + each.id())).orElse(""),
        new Severity(other.map(FoundGroup::told).orElse(0.0)));
  }

  private String lag(FoundRelation relation) {
    if (relation.lag() == 0) {
      return "at the same time";
    }
    String length = Times.length(interval.multipliedBy(Math.abs(relation.lag())));
    return length + (relation.relation() == Relation.CAUSE ? " earlier" : " later");
  }

  /** What was said of all series at once is one line. */
  private static List<Said> said(List<FeedbackBook.Entry> words) {
    Map<List<Object>, List<FeedbackBook.Entry>> together =
        words.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.given(), each.giver(), each.word(), each.relevant()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return together.values().stream()
        .map(
            entries -> {
              FeedbackBook.Entry one = entries.get(0);
              return new Said(
                  Word.said(one.word(), one.relevant()),
                  one.cause(),
                  one.note(),
                  one.giver(),
                  one.given(),
                  entries.size());
            })
        .sorted((one, other) -> other.given().compareTo(one.given()))
        .toList();
  }

  private List<Told> told() {
    List<AlertEvent> events = AlertHistory.ofGroup(handle, group.id());
    List<AlertEvent> repeatable = AlertRepeats.possible(events);
    return events.stream().map(event -> told(event, repeatable.contains(event))).toList();
  }

  private static Told told(AlertEvent event, boolean repeatable) {
    String error = event.error();
    String detail = event.state() == EventState.SENT || error == null ? "" : error;
    Instant sent = event.sent();
    return new Told(
        event.id(),
        event.content().alert().name(),
        event.reason(),
        event.state().name().toLowerCase(Locale.ROOT),
        sent == null ? event.created() : sent,
        detail,
        repeatable);
  }

  private List<MuteChoice> mutes() {
    List<MuteChoice> choices = new ArrayList<>();
    Scope scope = group.scope();
    if (!scope.values().isEmpty()) {
      choices.add(
          new MuteChoice(
              Headline.name(group.measure()) + " of " + Headline.scope(scope),
              scope.values().entrySet().stream()
                  .map(each -> each.getKey() + ":" + each.getValue())
                  .toList()));
    }
    choices.add(new MuteChoice("all " + Headline.name(group.measure()), List.of()));
    return choices;
  }
}
