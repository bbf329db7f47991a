package dev.tidewatch.detector.console.view;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.LaneKind;
import dev.tidewatch.detector.overview.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page shows: all of it stands in the URL, so that a link shows another person the same.
 *
 * @param query as the URL has it
 * @param zone in which times are said
 * @param severity the least that is shown, 0 to 100
 * @param text searched for; empty: nothing
 * @param detector its name; empty: all
 * @param measure empty: all
 * @param dimensions values that what is shown must concern
 * @param page from 1
 * @param doubts sentences about what in the URL could not be understood
 */
public record View(
    Query query,
    Instant now,
    TimeRange range,
    ZoneId zone,
    int severity,
    String text,
    LaneKind lanes,
    String detector,
    String measure,
    Map<String, String> dimensions,
    GroupFilter.State state,
    GroupOrder order,
    int page,
    List<String> doubts) {
  public static final String FROM = "-7d";
  public static final String TO = "now";
  public static final int SEVERITY = 50;

  /** What leads from page to page: the time, the zone, how bad, and whether with events. */
  private static final String[] EVERYWHERE = {"from", "to", "tz", "sev", "events"};

  private static final String OFF = "off";

  public View {
    requireNonNull(query, "query");
    requireNonNull(range, "range");
    requireNonNull(zone, "zone");
    dimensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    doubts = List.copyOf(doubts);
  }

  /**
   * Reads a URL's query.
   *
   * @param zone where it names none
   */
  public static View of(Query query, Instant now, ZoneId zone) {
    return new ViewReader(inTwo(query), now, zone).view();
  }

  /** A field of a form holds both ends as ISO 8601 writes an interval: {@code from/to}. */
  private static Query inTwo(Query query) {
    String[] ends = query.one("from").orElse("").split("/", 2);
    return ends.length == 2 ? query.with("from", ends[0]).with("to", ends[1]) : query;
  }

  /** The time as the URL says it: {@code -7d}. */
  public String from() {
    return query.one("from").orElse(FROM);
  }

  public String to() {
    return query.one("to").orElse(TO);
  }

  /** Whether the end of what is shown moves with the clock. */
  public boolean isLive() {
    return to().equals(TO);
  }

  /** Whether events are shown in lanes and charts. */
  public boolean withEvents() {
    return !query.one("events").orElse("").equals(OFF);
  }

  /** This page with events, where it shows none, and the other way round. */
  public Query eventsSwitched() {
    return query.with("events", withEvents() ? OFF : "");
  }

  /** A link to a page about the same time, in the same zone. */
  public String link(String path) {
    return query.only(EVERYWHERE).url(path);
  }

  /** This page with something else: names and values in turn. From its first page. */
  public Query with(String... namesAndValues) {
    Query changed = query.without("page");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      changed = changed.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return changed;
  }

  /** This page a whole range earlier (-1) or later (1). */
  public Query shifted(int ranges) {
    Duration length = Duration.between(range.from(), range.to()).multipliedBy(ranges);
    return with("from", second(range.from().plus(length)), "to", second(range.to().plus(length)));
  }

  private static String second(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond()).toString();
  }

  /** The groups this asks for, but for the detector, which is known by a number. */
  public GroupFilter filter() {
    GroupFilter filter =
        GroupFilter.of(range)
            .withLeastSeverity(severity)
            .withMeasure(measure)
            .withState(state)
            .withText(text);
    for (Map.Entry<String, String> each : dimensions.entrySet()) {
      filter = filter.withDimension(each.getKey(), each.getValue());
    }
    return filter;
  }

  /** Whether something narrows down what is shown, apart from time and severity. */
  public boolean isNarrowed() {
    return !(text.isEmpty()
        && detector.isEmpty()
        && measure.isEmpty()
        && dimensions.isEmpty()
        && state == GroupFilter.State.ANY);
  }
}
