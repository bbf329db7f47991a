package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.scoring.cube.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/**
 * Lanes over a time, the most severe first.
 *
 * @param total how many lanes there are, shown or not
 */
public record LaneBoard(Buckets buckets, List<Lane> lanes, int total) {
  private static final int TOTAL = 11;

  public LaneBoard {
    requireNonNull(buckets, "buckets");
    lanes = List.copyOf(lanes);
  }

  /** What tells lanes apart. */
  private record Key(
      long detector, String name, String measure, String dimension, String value, long series) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::name)
            .thenComparing(Key::measure)
            .thenComparing(Key::dimension)
            .thenComparing(Key::value)
            .thenComparing(Key::series);
  }

  /**
   * @param most how many lanes at most
   */
  public static LaneBoard read(
      Handle handle, GroupFilter filter, LaneKind kind, Buckets buckets, int most) {
    Map<Key, double[]> severities = new HashMap<>();
    AtomicInteger more = new AtomicInteger();
    GroupConditions conditions = GroupConditions.of(filter);
    handle
        .createQuery(question(kind, conditions.where(), most))
        .bindMap(conditions.bindings())
        .map(
            (row, context) -> {
              raise(
                  severities.computeIfAbsent(key(row), first -> new double[buckets.count()]),
                  buckets,
                  row);
              return row.getInt(TOTAL);
            })
        .forEach(total -> more.accumulateAndGet(total, Math::max));
    List<Lane> lanes =
        severities.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<Key, double[]> each) -> highest(each.getValue()))
                    .reversed()
                    .thenComparing(Map.Entry::getKey, Key.ORDER))
            .limit(most)
            .map(each -> lane(handle, each.getKey(), each.getValue()))
            .toList();
    return new LaneBoard(buckets, lanes, Math.max(severities.size(), more.get()));
  }

  private static String question(LaneKind kind, String where, int most) {
    return switch (kind) {
      case OVERALL -> select("g.told, 0, '', '', '', '', -1, 0", "", where);
      case MEASURE -> select("g.told, g.detector, d.name, g.measure, '', '', -1, 0", "", where);
      case DIMENSION_VALUE ->
          select("g.told, 0, '', '', v.key, v.value, -1, 0", "JOIN json_each(g.scope) v ", where);
      case SERIES -> series(where, most);
    };
  }

  /** There can be many thousands: only what is shown leaves the database. */
  private static String series(String where, int most) {
    String join = "JOIN anomaly_series a ON a.anomaly_group = g.id ";
    return "WITH top AS MATERIALIZED (SELECT g.detector, g.measure, a.series, count(*) OVER () AS total FROM"
        + GroupConditions.FROM
        + join
        + "WHERE "
        + where
        + " GROUP BY 1, 2, 3 ORDER BY max(min(a.severity, g.told)) DESC, d.name, 2, 3 LIMIT "
        + most
        + ") "
        + select(
            "min(a.severity, g.told), g.detector, d.name, g.measure, '', '', a.series,"
                + " (SELECT total FROM top LIMIT 1)",
            join,
            where)
        + " AND (g.detector, g.measure, a.series) IN (SELECT detector, measure, series FROM top)";
  }

  private static String select(String columns, String join, String where) {
    return "SELECT g.started, g.ended, d.frequency, "
        + columns
        + " FROM"
        + GroupConditions.FROM
        + join
        + "WHERE "
        + where;
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getLong(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getLong(10));
  }

  private static void raise(double[] lane, Buckets buckets, ResultSet row) throws SQLException {
    long length = IntervalLength.valueOf(row.getString(3)).duration().toSeconds();
    int first = buckets.nearest(row.getLong(1));
    int last = buckets.nearest(row.getLong(2) + length - 1);
    double severity = row.getDouble(4);
    for (int bucket = first; bucket <= last; bucket++) {
      lane[bucket] = Math.max(lane[bucket], severity);
    }
  }

  private static double highest(double[] severities) {
    return Arrays.stream(severities).max().orElse(0);
  }

  private static Lane lane(Handle handle, Key key, double[] severities) {
    Scope scope =
        key.series() >= 0
            ? SeriesNumbers.scope(handle, key.detector(), key.series())
            : new Scope(
                key.dimension().isEmpty() ? Map.of() : Map.of(key.dimension(), key.value()));
    return new Lane(
        key.name(), key.measure(), scope, key.series(), Arrays.stream(severities).boxed().toList());
  }
}
