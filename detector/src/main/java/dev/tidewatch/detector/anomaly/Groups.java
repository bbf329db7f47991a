package dev.tidewatch.detector.anomaly;

import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.relation.Relation;
import dev.tidewatch.scoring.series.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The anomaly groups of all detectors, in the database. */
public final class Groups {
  private static final String COLUMNS =
      "SELECT g.*, (SELECT w.series FROM anomaly_width w WHERE w.anomaly_group = g.id) AS series"
          + " FROM anomaly_group g ";

  private Groups() {}

  /** Writes a group, new or changed, with its series and relations. */
  public static void write(Handle handle, GroupChange change) {
    FoundGroup group = change.after();
    handle
        .createUpdate(
            "INSERT INTO anomaly_group VALUES (:id, :detector, :measure, :number, :started, :ended, :detected,"
                + " :severity, :told, :open, :scope, :direction, :peak, :value, :expected, :lower, :upper,"
                + " :contributions) ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, severity ="
                + " excluded.severity, told = excluded.told, open = excluded.open, scope = excluded.scope,"
                + " direction = excluded.direction, peak = excluded.peak, value = excluded.value, expected ="
                + " excluded.expected, lower = excluded.lower, upper = excluded.upper, contributions ="
                + " excluded.contributions")
        .bind("id", group.id())
        .bind("detector", group.detector())
        .bind("measure", group.measure())
        .bind("number", group.number())
        .bind("started", group.start().getEpochSecond())
        .bind("ended", group.end().getEpochSecond())
        .bind("detected", group.detected().toEpochMilli())
        .bind("severity", group.severity())
        .bind("told", group.told())
        .bind("open", group.open())
        .bind("scope", ScopeText.write(group.scope()))
        .bind("direction", group.peak().direction().name())
        .bind("peak", group.peak().interval().getEpochSecond())
        .bind("value", group.peak().value())
        .bind("expected", group.peak().expected())
        .bind("lower", group.peak().lower())
        .bind("upper", group.peak().upper())
        .bind("contributions", ScopeText.write(group.contributions()))
        .execute();
    writeSeries(handle, group.id(), change.series());
    GroupWidth.write(handle, group.id(), change.series());
    GroupValues.of(change).write(handle, group.id());
    writeRelations(handle, group.id(), change.relations());
  }

  private static void writeSeries(Handle handle, String group, List<FoundSeries> series) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT OR REPLACE INTO anomaly_series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (FoundSeries each : series) {
      Peak peak = each.peak();
      batch.add(
          group,
          each.number(),
          each.severity(),
          peak.interval().getEpochSecond(),
          peak.value(),
          peak.expected(),
          peak.lower(),
          peak.upper(),
          each.trouble().name());
    }
    batch.execute();
  }

  private static void writeRelations(Handle handle, String group, List<FoundRelation> relations) {
    handle.execute("DELETE FROM anomaly_relation WHERE anomaly_group = ?", group);
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO anomaly_relation VALUES (?, ?, ?, ?, ?)");
    for (FoundRelation each : relations) {
      batch.add(
          group, each.measure(), each.relation().name(), each.contributionPercent(), each.lag());
    }
    batch.execute();
  }

  /** A group of a detector. */
  public static Optional<FoundGroup> find(Handle handle, long detector, String id) {
    return handle
        .createQuery(COLUMNS + "WHERE g.detector = ? AND g.id = ?")
        .bind(0, detector)
        .bind(1, id)
        .map((row, context) -> group(row))
        .findOne();
  }

  /** Groups of any detector whose ids begin so, by their ids. */
  public static List<FoundGroup> startingWith(Handle handle, String prefix, int most) {
    return select(
        handle,
        "WHERE g.id >= :prefix AND g.id < :prefix || 'g' ORDER BY g.id LIMIT :most",
        Map.of("prefix", prefix, "most", most));
  }

  /**
   * Groups as another package asks for them.
   *
   * @param tail joins, conditions and order in SQL; the group is {@code g}, and {@code series} how
   *     many series it has
   */
  public static List<FoundGroup> select(
      Handle handle, String tail, Map<String, ? extends Object> bindings) {
    return handle
        .createQuery(COLUMNS + tail)
        .bindMap(bindings)
        .map((row, context) -> group(row))
        .list();
  }

  /**
   * Groups by the time they began, the newest first; those of one time by their ids.
   *
   * @param leastSeverity of what users see, 0 to 100
   * @param after the last group of the page before; none for the first page
   * @param most how many at most
   */
  public static List<FoundGroup> newest(
      Handle handle, long detector, double leastSeverity, GroupCursor after, int most) {
    return handle
        .createQuery(
            COLUMNS
                + "WHERE g.detector = :detector AND g.told >= :least AND (g.started, g.id) < (:started, :id)"
                + " ORDER BY g.started DESC, g.id DESC LIMIT :most")
        .bind("detector", detector)
        .bind("least", leastSeverity)
        .bind("started", after.started())
        .bind("id", after.id())
        .bind("most", most)
        .map((row, context) -> group(row))
        .list();
  }

  /** Groups that had an anomalous interval in [from, to), the newest first. */
  public static List<FoundGroup> during(Handle handle, long detector, Instant from, Instant to) {
    return handle
        .createQuery(
            COLUMNS
                + "WHERE g.detector = :detector AND g.started < :to AND g.ended >= :from"
                + " ORDER BY g.started DESC, g.id DESC")
        .bind("detector", detector)
        .bind("from", from.getEpochSecond())
        .bind("to", to.getEpochSecond())
        .map((row, context) -> group(row))
        .list();
  }

  /** How many groups of at least a severity each measure has; those without are left out. */
  public static Map<String, Integer> countByMeasure(
      Handle handle, long detector, double leastSeverity) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT measure, count(*) FROM anomaly_group WHERE detector = ? AND told >= ?"
                + " GROUP BY measure ORDER BY measure")
        .bind(0, detector)
        .bind(1, leastSeverity)
        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** The anomalous series of a group, the most severe first. */
  public static List<FoundSeries> series(Handle handle, FoundGroup group) {
    return handle
        .createQuery(
            "SELECT a.*, s.scope FROM anomaly_series a JOIN series s ON s.detector = :detector AND s.number = a.series"
                + " WHERE a.anomaly_group = :group ORDER BY a.severity DESC, a.series")
        .bind("detector", group.detector())
        .bind("group", group.id())
        .map((row, context) -> series(row))
        .list();
  }

  /** Causes of a group, the largest contribution first, then its effects. */
  public static List<FoundRelation> relations(Handle handle, FoundGroup group) {
    return handle
        .createQuery(
            "SELECT r.*, (SELECT o.id FROM anomaly_group o WHERE o.detector = :detector AND o.measure = r.measure"
                + " AND o.started <= :ended AND o.ended >= :started ORDER BY o.told DESC, o.id LIMIT 1) AS other"
                + " FROM anomaly_relation r WHERE r.anomaly_group = :group"
                + " ORDER BY r.relation, r.contribution DESC, r.measure")
        .bind("detector", group.detector())
        .bind("started", group.start().getEpochSecond())
        .bind("ended", group.end().getEpochSecond())
        .bind("group", group.id())
        .map(
            (row, context) ->
                new FoundRelation(
                    row.getString("measure"),
                    Relation.valueOf(row.getString("relation")),
                    row.getDouble("contribution"),
                    row.getInt("lag"),
                    Optional.ofNullable(row.getString("other"))))
        .list();
  }

  /** The highest number of a detector's groups; 0 when it has none. */
  public static long highestNumber(Handle handle, long detector) {
    return handle
        .createQuery("SELECT coalesce(max(number), 0) FROM anomaly_group WHERE detector = ?")
        .bind(0, detector)
        .mapTo(Long.class)
        .one();
  }

  /** Ends all open groups of a detector, whose engine no longer follows them. */
  public static void closeAll(Handle handle, long detector) {
    handle.execute("UPDATE anomaly_group SET open = 0 WHERE detector = ? AND open = 1", detector);
  }

  /** Forgets all groups of a detector. */
  public static void forget(Handle handle, long detector) {
    handle.execute("DELETE FROM anomaly_group WHERE detector = ?", detector);
  }

  static FoundGroup group(ResultSet row) throws SQLException {
    return new FoundGroup(
        row.getString("id"),
        row.getLong("detector"),
        row.getString("measure"),
        row.getLong("number"),
        Instant.ofEpochSecond(row.getLong("started")),
        Instant.ofEpochSecond(row.getLong("ended")),
        Instant.ofEpochMilli(row.getLong("detected")),
        row.getDouble("severity"),
        row.getDouble("told"),
        row.getBoolean("open"),
        ScopeText.read(row.getString("scope")),
        peak(row, "peak"),
        ScopeText.contributions(row.getString("contributions")),
        row.getInt("series"));
  }

  static FoundSeries series(ResultSet row) throws SQLException {
    return new FoundSeries(
        row.getLong("series"),
        ScopeText.read(row.getString("scope")),
        row.getDouble("severity"),
        peak(row, "worst"),
        Trouble.valueOf(row.getString("trouble")));
  }

  private static Peak peak(ResultSet row, String interval) throws SQLException {
    return new Peak(
        Instant.ofEpochSecond(row.getLong(interval)),
        real(row, "value"),
        real(row, "expected"),
        real(row, "lower"),
        real(row, "upper"));
  }

  /** SQLite keeps NaN as NULL. */
  private static double real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
