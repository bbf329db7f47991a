package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.scoring.cube.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Lanes over a time, the most severe first.
 *
 * @param total how many lanes there are, shown or not
 */
public record LaneBoard(Buckets buckets, List<Lane> lanes, int total) {
  public LaneBoard {
    requireNonNull(buckets, "buckets");
    lanes = List.copyOf(lanes);
  }

  /**
   * @param most how many lanes at most
   */
  public static LaneBoard read(
      Handle handle, GroupFilter filter, LaneKind kind, Buckets buckets, int most) {
    GroupConditions conditions = GroupConditions.of(filter);
    if (kind == LaneKind.SERIES) {
      SeriesLanes lanes = SeriesLanes.read(handle, conditions, buckets, most);
      return board(handle, buckets, lanes.severities(), most, lanes.total());
    }
    Map<LaneKey, double[]> severities = new HashMap<>();
    handle
        .createQuery(question(kind, conditions.where()))
        .bindMap(conditions.bindings())
        .map(
            (row, context) -> {
              buckets.raise(
                  severities.computeIfAbsent(key(row), first -> new double[buckets.count()]),
                  span(row),
                  row.getDouble(4));
              return true;
            })
        .forEach(raised -> {});
    return board(handle, buckets, severities, most, severities.size());
  }

  private static LaneBoard board(
      Handle handle, Buckets buckets, Map<LaneKey, double[]> severities, int most, int total) {
    List<Lane> lanes =
        severities.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<LaneKey, double[]> each) -> highest(each.getValue()))
                    .reversed()
                    .thenComparing(Map.Entry::getKey, LaneKey.ORDER))
            .limit(most)
            .map(each -> lane(handle, each.getKey(), each.getValue()))
            .toList();
    return new LaneBoard(buckets, lanes, total);
  }

  private static String question(LaneKind kind, String where) {
    return switch (kind) {
      case OVERALL -> select("g.told, 0, '', '', '', '', -1", "", where);
      case MEASURE -> select("g.told, g.detector, d.name, g.measure, '', '', -1", "", where);
      case DIMENSION_VALUE ->
          select("g.told, 0, '', '', v.key, v.value, -1", "JOIN json_each(g.scope) v ", where);
      case SERIES -> throw new IllegalArgumentException("lanes of series are read by themselves");
    };
  }

  /** Groups with when they were first and last seen and their interval, in this order. */
  static String select(String columns, String join, String where) {
    return "SELECT g.started, g.ended, d.frequency, "
        + columns
        + " FROM"
        + GroupConditions.FROM
        + join
        + "WHERE "
        + where;
  }

  private static LaneKey key(ResultSet row) throws SQLException {
    return new LaneKey(
        row.getLong(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getLong(10));
  }

  /** When a group lasted. */
  static TimeRange span(ResultSet row) throws SQLException {
    Instant last = Instant.ofEpochSecond(row.getLong(2));
    return new TimeRange(
        Instant.ofEpochSecond(row.getLong(1)),
        last.plus(IntervalLength.valueOf(row.getString(3)).duration()));
  }

  private static double highest(double[] severities) {
    return Arrays.stream(severities).max().orElse(0);
  }

  private static Lane lane(Handle handle, LaneKey key, double[] severities) {
    Scope scope =
        key.series() >= 0
            ? SeriesNumbers.scope(handle, key.detector(), key.series())
            : new Scope(
                key.dimension().isEmpty() ? Map.of() : Map.of(key.dimension(), key.value()));
    return new Lane(
        key.name(), key.measure(), scope, key.series(), Arrays.stream(severities).boxed().toList());
  }
}
