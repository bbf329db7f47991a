package dev.tidewatch.detector.overview;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What people said of the groups of a time, and how many alerts they got.
 *
 * @param lines by detector and measure, those without groups left out
 * @param weeks all of the time, those without groups as well
 */
public record FeedbackReport(List<Line> lines, List<Week> weeks) {
  public FeedbackReport {
    lines = List.copyOf(lines);
    weeks = List.copyOf(weeks);
  }

  /**
   * Groups by the last word about each. Who could say only yes or no confirmed, or called it a
   * false alarm.
   */
  public record Words(int confirmed, int expected, int falseAlarms, int newTrends) {
    public int judged() {
      return confirmed + expected + falseAlarms + newTrends;
    }

    /** The share of those judged that were worth telling, 0 to 1; none where nobody judged. */
    public OptionalDouble precision() {
      return judged() == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 * confirmed / judged());
    }
  }

  /**
   * A measure of a detector.
   *
   * @param groups how many were found
   * @param toDetect from the end of a group's first interval until it was found, on average; none
   *     of backtests, which look at the past
   * @param alertsPerWeek that arrived: one for each group and alert
   */
  public record Line(
      String detector,
      String measure,
      int groups,
      Words words,
      Optional<Duration> toDetect,
      double alertsPerWeek) {}

  /**
   * A week that began on a Monday.
   *
   * @param alerts that arrived
   */
  public record Week(LocalDate monday, int groups, Words words, int alerts) {}

  /**
   * @param zone whose weeks are meant
   */
  public static FeedbackReport read(Handle handle, GroupFilter filter, ZoneId zone) {
    GroupConditions conditions = GroupConditions.of(filter);
    Map<Measure, Tally> measures = new TreeMap<>();
    Map<LocalDate, Tally> weeks = new TreeMap<>();
    for (LocalDate monday : mondays(filter.range(), zone)) {
      weeks.put(monday, new Tally());
    }
    handle
        .createQuery(
            "SELECT d.name, d.frequency, p.mode, g.measure, g.started, g.detected, (SELECT f.anomaly || f.word"
                + " FROM feedback f WHERE f.anomaly_group = g.id ORDER BY f.given DESC, f.series LIMIT 1) AS word,"
                + " (SELECT count(*) FROM alert l CROSS JOIN alert_event e ON e.alert = l.id"
                + " AND e.anomaly_group = g.id WHERE l.detector = g.detector AND e.kind = 'OPENED'"
                + " AND e.state = 'SENT' AND instr(e.event, '/repeat-') = 0) AS alerts FROM"
                + GroupConditions.FROM
                + "LEFT JOIN progress p ON p.detector = d.id WHERE "
                + conditions.where())
        .bindMap(conditions.bindings())
        .map((row, context) -> judged(row))
        .forEach(
            group -> {
              measures.computeIfAbsent(group.measure(), any -> new Tally()).add(group);
              LocalDate monday = monday(later(group.started(), filter.range().from()), zone);
              weeks.computeIfAbsent(monday, any -> new Tally()).add(group);
            });
    List<Line> lines = new ArrayList<>();
    measures.forEach(
        (measure, tally) ->
            lines.add(
                new Line(
                    measure.detector(),
                    measure.name(),
                    tally.groups(),
                    tally.words(),
                    tally.toDetect(),
                    tally.alerts() / filter.range().weeks())));
    List<Week> told = new ArrayList<>();
    weeks.forEach(
        (monday, tally) ->
            told.add(new Week(monday, tally.groups(), tally.words(), tally.alerts())));
    return new FeedbackReport(lines, told);
  }

  /** What a group began before the time is counted as of its beginning. */
  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<LocalDate> mondays(TimeRange range, ZoneId zone) {
    LocalDate last = monday(range.to().minusNanos(1), zone);
    return monday(range.from(), zone).datesUntil(last.plusDays(1), Period.ofWeeks(1)).toList();
  }

  private static LocalDate monday(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Judged judged(ResultSet row) throws SQLException {
    Instant started = Instant.ofEpochSecond(row.getLong("started"));
    Instant end = started.plus(IntervalLength.valueOf(row.getString("frequency")).duration());
    Instant detected = Instant.ofEpochMilli(row.getLong("detected"));
    String word = row.getString("word");
    return new Judged(
        new Measure(row.getString("name"), row.getString("measure")),
        started,
        word == null ? "" : word,
        row.getInt("alerts"),
        "BACKTEST".equals(row.getString("mode"))
            ? Optional.empty()
            : Optional.of(Duration.between(end, later(detected, end))));
  }

  private record Measure(String detector, String name) implements Comparable<Measure> {
    @Override
    public int compareTo(Measure other) {
      int byDetector = detector.compareTo(other.detector);
      return byDetector == 0 ? name.compareTo(other.name) : byDetector;
    }
  }

  /**
   * A group.
   *
   * @param word 1 or 0 and what was said; empty: nothing
   */
  record Judged(
      Measure measure, Instant started, String word, int alerts, Optional<Duration> toDetect) {}
}
