package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.GroupWidth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The worst series of groups. There can be many thousands, and only a few are shown: a first look
 * at the groups finds which, a second one draws these.
 *
 * @param total how many there are
 */
record SeriesLanes(Map<LaneKey, double[]> severities, int total) {
  /** What series belong to; apart from their numbers, which are quicker to look up alone. */
  private record Owner(long detector, String name, String measure) {
    static Owner of(ResultSet row) throws SQLException {
      return new Owner(row.getLong(4), row.getString(5), row.getString(6));
    }

    LaneKey key(long series) {
      return new LaneKey(detector, name, measure, "", "", series);
    }
  }

  /** Is shown a group and its series. */
  @FunctionalInterface
  private interface Look {
    void at(ResultSet row, Owner owner, double told, String severities) throws SQLException;
  }

  static SeriesLanes read(Handle handle, GroupConditions conditions, Buckets buckets, int most) {
    Map<Owner, Map<Long, Double>> highest = highest(handle, conditions);
    Map<Owner, Map<Long, double[]>> shown = new HashMap<>();
    Map<LaneKey, double[]> lanes = new HashMap<>();
    for (Owned each : worst(highest, most)) {
      double[] lane = new double[buckets.count()];
      shown.computeIfAbsent(each.owner(), first -> new HashMap<>()).put(each.series(), lane);
      lanes.put(each.owner().key(each.series()), lane);
    }
    draw(handle, conditions, buckets, shown);
    return new SeriesLanes(lanes, highest.values().stream().mapToInt(Map::size).sum());
  }

  private static Map<Owner, Map<Long, Double>> highest(Handle handle, GroupConditions conditions) {
    Map<Owner, Map<Long, Double>> highest = new HashMap<>();
    look(
        handle,
        conditions,
        (row, owner, told, severities) -> {
          Map<Long, Double> series = highest.computeIfAbsent(owner, first -> new HashMap<>());
          GroupWidth.visit(
              severities,
              (number, severity) -> series.merge(number, Math.min(severity, told), Math::max));
        });
    return highest;
  }

  /** A series and its highest severity. */
  private record Owned(Owner owner, long series, double highest) {}

  private static List<Owned> worst(Map<Owner, Map<Long, Double>> highest, int most) {
    return highest.entrySet().stream()
        .flatMap(
            owner ->
                owner.getValue().entrySet().stream()
                    .map(each -> new Owned(owner.getKey(), each.getKey(), each.getValue())))
        .sorted(
            Comparator.comparingDouble(Owned::highest)
                .reversed()
                .thenComparing(each -> each.owner().name())
                .thenComparing(each -> each.owner().measure())
                .thenComparing(Owned::series))
        .limit(most)
        .toList();
  }

  private static void draw(
      Handle handle,
      GroupConditions conditions,
      Buckets buckets,
      Map<Owner, Map<Long, double[]>> shown) {
    look(
        handle,
        conditions,
        (row, owner, told, severities) -> {
          Map<Long, double[]> lanes = shown.getOrDefault(owner, Map.of());
          if (lanes.isEmpty()) {
            return;
          }
          TimeRange span = LaneBoard.span(row);
          GroupWidth.visit(
              severities,
              (number, severity) -> {
                double[] lane = lanes.get(number);
                if (lane != null) {
                  buckets.raise(lane, span, Math.min(severity, told));
                }
              });
        });
  }

  /** The join keeps its order: groups are chosen before anything of their series is read. */
  private static void look(Handle handle, GroupConditions conditions, Look look) {
    handle
        .createQuery(
            LaneBoard.select(
                "g.detector, d.name, g.measure, g.told, w.severities",
                "CROSS JOIN anomaly_width w ON w.anomaly_group = g.id ",
                conditions.where()))
        .bindMap(conditions.bindings())
        .map(
            (row, context) -> {
              look.at(row, Owner.of(row), row.getDouble(7), row.getString(8));
              return true;
            })
        .forEach(seen -> {});
  }
}
