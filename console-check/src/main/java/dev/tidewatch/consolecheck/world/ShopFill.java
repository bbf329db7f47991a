package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.alerting.Mutes;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.EventTime;
import dev.tidewatch.detector.events.EventWish;
import dev.tidewatch.detector.events.Kind;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.relation.Relation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;

/**
 * Fills a world with a shop.
 *
 * @param base what links begin with
 */
record ShopFill(Handle handle, Instant now, String base, Words words) {
  static final String NAME = "shop";
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final int DAY = 288;

  private int intervals() {
    return words == Words.PLAIN ? 14 * DAY : DAY + 12;
  }

  private Cube cube() {
    List<String> markets =
        words == Words.PLAIN
            ? List.of("us", "uk", "de", "fr", "it", "es", "jp")
            : Stream.concat(
                    Stream.of("us", "uk", "de", "fr", "it", "es", "jp"),
                    IntStream.range(0, 193).mapToObj(i -> "m" + i))
                .map(words::value)
                .toList();
    return new Cube(
        words.dimension("marketplace"),
        markets,
        words.dimension("platform"),
        Stream.of("pc_web", "mobile_web", "mobile_app").map(words::value).toList());
  }

  private Map<String, Curve> curves() {
    Map<String, Curve> curves = new LinkedHashMap<>();
    curves.put(words.measure("revenue"), new Curve(118_000, 0.03, 1));
    curves.put(words.measure("orders"), new Curve(2_900, 0.04, 2));
    curves.put(words.measure("views"), new Curve(96_000, 0.03, 3));
    curves.put(words.measure("errors"), new Curve(640, 0.08, 4));
    return curves;
  }

  void fill() {
    Declared declared = new Declared(handle, now, words);
    Cube cube = cube();
    List<String> measures = List.copyOf(curves().keySet());
    Instant next = Instant.ofEpochSecond(now.getEpochSecond() / 300 * 300);
    Instant start = next.minus(FIVE.multipliedBy(intervals()));
    long detector =
        declared.detector(
            NAME,
            "Sales and traffic of the web shop",
            IntervalLength.PT5M,
            AnomalyDetectorStatus.ACTIVE);
    declared.dataset(detector, NAME, measures, List.of(cube.firstName(), cube.secondName()));
    declared.progress(detector, start, next, intervals(), true);
    List<Planted> planted = planted();
    Filling filling = new Filling(handle, detector, cube, start, FIVE, intervals());
    Map<String, Traces> traces = filling.points(curves(), planted, DAY / 4);
    List<GroupChange> groups = new ArrayList<>();
    for (int i = planted.size() - 1; i >= 0; i--) { // the oldest has the lowest number
      Planted each = planted.get(i);
      Traces own = traces.get(each.measure());
      if (own != null) {
        groups.add(
            0, filling.group(own, each, planted.size() - i, relations(detector, planted, each)));
      }
    }
    new Runs(handle, detector, FIVE, cube.scopes().size(), measures)
        .write(next.minus(FIVE), Math.min(intervals(), 7 * DAY));
    alerts(declared, detector, cube, groups);
    judge(groups);
    payments(declared);
    new TrialFill(handle, now, words).fill();
    events(cube);
  }

  /** What was noted: near the anomaly of now, on the day before, and ahead. */
  private void events(Cube cube) {
    Scope british = new Scope(Map.of(cube.firstName(), words.value("uk")));
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    Duration day = Duration.ofDays(1);
    Instant deploy = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofMinutes(8));
    noted(EventTime.moment(deploy), Kind.DEPLOY, "shop-api 4.12", NAME, british);
    noted(
        new EventTime(midnight, midnight.plus(day)),
        Kind.CAMPAIGN,
        "Black Friday",
        "",
        new Scope(Map.of()));
    noted(
        new EventTime(midnight.minus(day), midnight),
        Kind.HOLIDAY,
        "Thanksgiving",
        NAME,
        new Scope(Map.of(cube.firstName(), words.value("us"))));
    noted(
        EventTime.moment(midnight.minus(Duration.ofHours(61))),
        Kind.DEPLOY,
        "payment-gateway 2.0",
        "",
        new Scope(Map.of()));
    noted(
        EventTime.moment(midnight.plus(day.multipliedBy(3))),
        Kind.NOTE,
        "Prices change",
        "",
        british);
  }

  private void noted(EventTime time, Kind kind, String title, String detector, Scope scope) {
    String text = words.text(title);
    String shown = text.substring(0, Math.min(text.length(), EventWish.LONGEST_TITLE));
    EventBook.note(
        handle, new EventWish(time, kind, shown, detector, scope), words.text("ann"), now);
  }

  /** The newest first; the first one is what the alert of now tells. */
  private List<Planted> planted() {
    List<Planted> planted = new ArrayList<>();
    planted.add(plant("revenue", "uk", "mobile_app", 1, 2, 0.38, 91));
    planted.add(plant("orders", "uk", "mobile_app", 0, 1, 0.5, 61));
    planted.add(plant("errors", "uk", "mobile_app", 2, 3, 3.1, 78));
    planted.add(plant("views", "de", "pc_web", 95, 3, 1.4, 33));
    planted.add(plant("errors", "fr", "", 150, 6, 1.7, 22));
    planted.add(plant("revenue", "uk", "mobile_app", 205, 3, 0.45, 84));
    planted.add(plant("orders", "", "", 270, 2, 0.7, 96));
    int[] severities = {12, 55, 38, 7, 71, 29, 18, 88, 44, 63};
    String[] measures = {"revenue", "views", "errors", "orders"};
    String[] markets = {"us", "it", "jp", "", "es", "de"};
    String[] platforms = {"", "mobile_web", "pc_web"};
    for (int i = 0; i < 20 && 420 + 173 * i < intervals() - DAY; i++) {
      planted.add(
          plant(
              measures[i % 4],
              markets[i % 6],
              platforms[i % 3],
              420 + 173 * i,
              1 + i * 5 % 7,
              i % 3 == 0 ? 1.45 : 0.6,
              severities[i % 10]));
    }
    return planted;
  }

  private Planted plant(
      String measure,
      String market,
      String platform,
      int ago,
      int intervals,
      double factor,
      int severity) {
    Map<String, String> where = new LinkedHashMap<>();
    if (!market.isEmpty()) {
      where.put(words.dimension("marketplace"), words.value(market));
    }
    if (!platform.isEmpty()) {
      where.put(words.dimension("platform"), words.value(platform));
    }
    return new Planted(words.measure(measure), where, ago, intervals, factor, severity);
  }

  /** The three of now hang together. */
  private List<FoundRelation> relations(long detector, List<Planted> all, Planted one) {
    Optional<String> errors =
        Optional.of(FoundGroup.idOf(detector, all.get(2).measure(), all.size() - 2));
    Optional<String> orders =
        Optional.of(FoundGroup.idOf(detector, all.get(1).measure(), all.size() - 1));
    return one.equals(all.get(0))
        ? List.of(
            new FoundRelation(words.measure("errors"), Relation.CAUSE, 78, 1, errors),
            new FoundRelation(words.measure("orders"), Relation.EFFECT, 61, 1, orders))
        : List.of();
  }

  private void alerts(Declared declared, long detector, Cube cube, List<GroupChange> groups) {
    AlertEntry oncall = declared.topic(detector, "oncall", "Wakes whoever is on call", 70, null);
    AlertFilters british =
        AlertFilters.builder()
            .metricList(words.measure("revenue"), words.measure("orders"))
            .dimensionFilterList(
                DimensionFilter.builder()
                    .dimensionName(cube.firstName())
                    .dimensionValueList(words.value("uk"))
                    .build())
            .build();
    AlertEntry team = declared.topic(detector, "uk-team", "The people of that market", 40, british);
    AlertEntry ticket = declared.function(detector, "open-ticket", "One ticket each", 50);
    Told told = new Told(handle, new ResourceNames(Account.EXAMPLE), base, FIVE);
    for (int i = groups.size() - 1; i >= 0; i--) {
      GroupChange group = groups.get(i);
      double severity = group.after().severity();
      if (severity >= 70) {
        boolean muted = i % 5 == 3;
        told.opened(oncall, group, muted ? "MUTED" : "SENT", null);
        if (!group.after().open() && !muted) {
          told.ended(oncall, group);
        }
      }
      if (severity >= 50) {
        boolean failed = i % 4 == 2;
        String why = words.text("the function answered 502: Task timed out after 3.00 seconds");
        told.opened(ticket, group, failed ? "FAILED" : "SENT", failed ? why : null);
      }
      if (severity >= 40 && (i == 0 || i == 5)) {
        told.opened(team, group, "SENT", null);
      }
    }
    Mutes.set(
        handle,
        detector,
        words.measure("errors"),
        new Scope(Map.of(cube.firstName(), words.value("fr"))),
        now.plus(Duration.ofHours(5)),
        words.text("ann"),
        now);
  }

  private void judge(List<GroupChange> groups) {
    String[] said = {"CONFIRMED", "FALSE_ALARM", "EXPECTED", "CONFIRMED", "NEW_TREND"};
    for (int i = 6; i < groups.size(); i += 2) {
      GroupChange group = groups.get(i);
      String word = said[i / 2 % said.length];
      boolean relevant = word.equals("CONFIRMED");
      FeedbackBook.put(
          handle,
          new FeedbackBook.Entry(
              group.after().id(),
              group.series().get(0).number(),
              relevant,
              group.after().detected().plus(Duration.ofMinutes(20 + i)),
              i % 3 == 0 ? "ann" : "bo",
              words.text(relevant ? "The payment provider was down" : "A campaign we had planned"),
              word,
              relevant ? "outage" : "campaign"));
    }
  }

  private void payments(Declared declared) {
    Duration hour = Duration.ofHours(1);
    Instant next = Instant.ofEpochSecond(now.getEpochSecond() / 3600 * 3600);
    int learnt = 212;
    Instant start = next.minus(hour.multipliedBy(learnt));
    Cube cube =
        new Cube(
            words.dimension("provider"),
            List.of(words.value("visa"), words.value("paypal")),
            words.dimension("currency"),
            List.of(words.value("eur"), words.value("gbp")));
    long detector =
        declared.detector(
            "payments-hourly",
            "Payments by provider and currency",
            IntervalLength.PT1H,
            AnomalyDetectorStatus.LEARNING);
    String measure = words.measure("payments");
    declared.dataset(
        detector, "payments", List.of(measure), List.of(cube.firstName(), cube.secondName()));
    declared.progress(detector, start, next, learnt, false);
    new Filling(handle, detector, cube, start, hour, learnt)
        .points(Map.of(measure, new Curve(1_450, 0.04, 9)), List.of(), learnt);
    new Runs(handle, detector, hour, cube.scopes().size(), List.of(measure))
        .write(next.minus(hour), learnt);
  }
}
