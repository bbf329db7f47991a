package dev.tidewatch.detector.console.quality;

import dev.tidewatch.detector.console.quality.Trend.Sum;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.schedule.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what the runs of a detector say of intervals that begin within a range.
 *
 * <p>What a detector learnt from when it was activated stands with its first interval, until that
 * one's own metrics take the place. They do not when it fails unread; then they are left out.
 */
final class QualityReader {
  private static final String RANGE =
      " e.detector = :detector AND e.interval >= :from AND e.interval < :to";
  private static final String OWN = " NOT (e.status LIKE 'FAILED%' AND e.interval = :first)";

  private final Handle handle;
  private final long detector;
  private final Dataset dataset;
  private final TimeRange range;
  private final long first;

  QualityReader(Handle handle, long detector, Dataset dataset, TimeRange range) {
    this.handle = handle;
    this.detector = detector;
    this.dataset = dataset;
    this.range = range;
    this.first =
        Progress.find(handle, detector)
            .map(known -> known.activated().minus(dataset.offset()))
            .map(time -> dataset.calendar().intervalOf(time).start().getEpochSecond())
            .orElse(Long.MIN_VALUE);
  }

  /** All, the oldest first, without their reasons. */
  List<Run> runs() {
    return ask("SELECT e.interval, e.status, e.started, '' AS reason, q.value AS records"
            + runsWith())
        .map((row, context) -> run(row))
        .list();
  }

  /** Those that are not complete, the newest first. */
  List<Run> incomplete(int skipped, int most) {
    return ask("SELECT e.interval, e.status, e.started, coalesce(e.failure_reason, '') AS reason,"
            + " q.value AS records"
            + runsWithout("e.status <> 'COMPLETED'")
            + " ORDER BY e.interval DESC LIMIT :most OFFSET :skipped")
        .bind("most", most)
        .bind("skipped", skipped)
        .map((row, context) -> run(row))
        .list();
  }

  private static String runsWith() {
    return runsWithout("TRUE") + " ORDER BY e.interval";
  }

  private static String runsWithout(String condition) {
    return " FROM execution e LEFT JOIN quality q ON q.detector = e.detector"
        + " AND q.interval = e.interval AND q.metric = 'ROWS_PROCESSED' AND q.related_column = ''"
        + " AND"
        + OWN
        + " WHERE"
        + RANGE
        + " AND "
        + condition;
  }

  private Run run(ResultSet row) throws SQLException {
    return new Run(
        dataset.calendar().intervalOf(Instant.ofEpochSecond(row.getLong("interval"))),
        Outcome.of(row.getString("status"), row.getDouble("records")),
        Instant.ofEpochMilli(row.getLong("started")),
        row.getString("reason"));
  }

  /** Every metric there is. */
  List<Trend> trends(Buckets buckets) {
    SortedMap<Metric, SortedMap<Integer, Sum>> sums = new TreeMap<>(Metric.USUAL);
    // The log first, for it is short; SQLite would otherwise look for each metric's interval in it.
    ask("SELECT q.metric, q.related_column, (e.interval - :start) / :width AS bucket, sum(q.value) AS total,"
            + " count(*) AS number, min(q.value) AS least, max(q.value) AS most"
            + " FROM execution e CROSS JOIN quality q"
            + " WHERE q.detector = e.detector AND q.interval = e.interval AND"
            + OWN
            + " AND"
            + RANGE
            + " GROUP BY q.metric, q.related_column, bucket")
        .bind("start", buckets.start().getEpochSecond())
        .bind("width", buckets.width().toSeconds())
        .map(
            (row, context) ->
                sums.computeIfAbsent(
                        new Metric(row.getString("metric"), row.getString("related_column")),
                        metric -> new TreeMap<>())
                    .put(
                        row.getInt("bucket"),
                        new Sum(
                            row.getDouble("total"),
                            row.getInt("number"),
                            row.getDouble("least"),
                            row.getDouble("most"))))
        .list();
    List<Trend> trends = new ArrayList<>();
    sums.forEach((metric, each) -> trends.add(Trend.of(metric, each, buckets.count())));
    return trends;
  }

  /**
   * A metric of an interval.
   *
   * @param metric its type is empty where the interval has none
   */
  record Value(Run run, Metric metric, double value) {}

  /** Each metric of each interval, the newest first. */
  void values(int most, Consumer<Value> values) {
    ask("SELECT e.interval, e.status, e.started, coalesce(e.failure_reason, '') AS reason, q.metric,"
            + " q.related_column, q.value,"
            + " max(CASE WHEN q.metric = 'ROWS_PROCESSED' THEN q.value END)"
            + " OVER (PARTITION BY e.interval) AS records"
            + " FROM execution e LEFT JOIN quality q ON q.detector = e.detector"
            + " AND q.interval = e.interval AND"
            + OWN
            + " WHERE"
            + RANGE
            + " ORDER BY e.interval DESC, q.metric, q.related_column LIMIT :most")
        .bind("most", most)
        .map((row, context) -> value(row))
        .forEach(values);
  }

  private Value value(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    boolean none = row.wasNull();
    return new Value(
        run(row),
        none
            ? new Metric("", "")
            : new Metric(row.getString("metric"), row.getString("related_column")),
        none ? Double.NaN : value);
  }

  private Query ask(String question) {
    return handle
        .createQuery(question)
        .bind("detector", detector)
        .bind("first", first)
        .bind("from", range.from().getEpochSecond())
        .bind("to", range.to().getEpochSecond());
  }
}
