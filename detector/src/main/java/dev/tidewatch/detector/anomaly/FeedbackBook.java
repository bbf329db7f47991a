package dev.tidewatch.detector.anomaly;

import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.feedback.Feedback;
import dev.tidewatch.scoring.feedback.JudgedSeries;
import dev.tidewatch.scoring.feedback.Opinion;
import dev.tidewatch.scoring.feedback.SeriesAnomaly;
import dev.tidewatch.scoring.series.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What people said of anomalies (contract section 6.3). The newest word about a series of a group
 * counts; it changes the severity of look-alikes that come later, never of what was told already.
 */
public final class FeedbackBook {
  private FeedbackBook() {}

  /**
   * What somebody said.
   *
   * @param series the series' number
   * @param relevant whether it was worth telling
   * @param giver whose access key or name
   * @param word what exactly, as the console knows it; empty: yes or no, as the API has it
   * @param cause what it was, where somebody knows; else empty
   */
  public record Entry(
      String group,
      long series,
      boolean relevant,
      Instant given,
      String giver,
      String note,
      String word,
      String cause) {
    /** Yes or no, and nothing more. */
    public static Entry plain(
        String group, long series, boolean relevant, Instant given, String giver) {
      return new Entry(group, series, relevant, given, giver, "", "", "");
    }
  }

  /** Notes it, in place of what was said before of the same series of the same group. */
  public static void put(Handle handle, Entry entry) {
    handle.execute(
        "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        entry.group(),
        entry.series(),
        entry.relevant(),
        entry.given().toEpochMilli(),
        entry.giver(),
        entry.note(),
        entry.word(),
        entry.cause());
  }

  /** What was said of the series of a group, by their numbers. */
  public static List<Entry> of(Handle handle, String group) {
    return handle
        .createQuery("SELECT * FROM feedback WHERE anomaly_group = ? ORDER BY series")
        .bind(0, group)
        .map(
            (row, context) ->
                new Entry(
                    group,
                    row.getLong("series"),
                    row.getBoolean("anomaly"),
                    Instant.ofEpochMilli(row.getLong("given")),
                    row.getString("giver"),
                    row.getString("note"),
                    row.getString("word"),
                    row.getString("cause")))
        .list();
  }

  /**
   * All that was said of a detector's anomalies, as the engine's feedback. One word of at least
   * half of a group's series is a word of the group, too: the next one is compared with it by what
   * explains it as a whole, which often is none of its series.
   */
  public static Feedback read(Handle handle, long detector, ZoneId zone, Duration interval) {
    Feedback feedback = new Feedback(zone);
    ofSeries(handle, detector, interval).forEach(feedback::give);
    ofGroups(handle, detector, interval).forEach(feedback::give);
    return feedback;
  }

  private static List<Opinion> ofGroups(Handle handle, long detector, Duration interval) {
    return handle
        .createQuery(
            "SELECT g.*, w.series, f.anomaly, (SELECT a.trouble FROM anomaly_series a WHERE a.anomaly_group = g.id"
                + " ORDER BY a.severity DESC, a.series LIMIT 1) AS trouble"
                + " FROM anomaly_group g JOIN anomaly_width w ON w.anomaly_group = g.id"
                + " JOIN (SELECT anomaly_group, max(anomaly) AS anomaly, count(*) AS said FROM feedback"
                + " GROUP BY anomaly_group HAVING min(anomaly) = max(anomaly)) f ON f.anomaly_group = g.id"
                + " WHERE g.detector = ? AND 2 * f.said >= w.series ORDER BY g.id")
        .bind(0, detector)
        .map((row, context) -> ofGroup(row, interval))
        .list();
  }

  private static Opinion ofGroup(ResultSet row, Duration interval) throws SQLException {
    FoundGroup group = Groups.group(row);
    return new Opinion(
        JudgedSeries.whole(group.id()),
        anomaly(
            group.measure(),
            group.scope(),
            group.peak(),
            Trouble.valueOf(row.getString("trouble")),
            group.start(),
            Duration.between(group.start(), group.end().plus(interval))),
        row.getBoolean("anomaly"));
  }

  private static List<Opinion> ofSeries(Handle handle, long detector, Duration interval) {
    return handle
        .createQuery(
            "SELECT f.anomaly_group, f.series, f.anomaly, g.measure, g.started, g.ended, a.*, s.scope"
                + " FROM feedback f JOIN anomaly_group g ON g.id = f.anomaly_group"
                + " JOIN anomaly_series a ON a.anomaly_group = f.anomaly_group AND a.series = f.series"
                + " JOIN series s ON s.detector = g.detector AND s.number = f.series WHERE g.detector = ?"
                + " ORDER BY f.anomaly_group, f.series")
        .bind(0, detector)
        .map((row, context) -> opinion(row, interval))
        .list();
  }

  private static Opinion opinion(ResultSet row, Duration interval) throws SQLException {
    FoundSeries series = Groups.series(row);
    Instant start = Instant.ofEpochSecond(row.getLong("started"));
    Instant end = Instant.ofEpochSecond(row.getLong("ended")).plus(interval);
    return new Opinion(
        new JudgedSeries(row.getString("anomaly_group"), String.valueOf(series.number())),
        anomaly(
            row.getString("measure"),
            series.scope(),
            series.peak(),
            series.trouble(),
            start,
            Duration.between(start, end)),
        row.getBoolean("anomaly"));
  }

  /** An anomaly as feedback compares it; its size in half widths of the expected band. */
  static SeriesAnomaly anomaly(
      String measure,
      Scope scope,
      FoundGroup.Peak peak,
      Trouble trouble,
      Instant start,
      Duration duration) {
    double reach = (peak.upper() - peak.lower()) / 2;
    double size = Math.abs(peak.value() - peak.expected()) / Math.max(reach, Double.MIN_NORMAL);
    double magnitude = Math.max(1e-3, Math.min(1e6, Double.isNaN(size) ? 1 : size));
    return new SeriesAnomaly(
        measure, scope.values(), peak.direction(), trouble, magnitude, start, duration);
  }
}
