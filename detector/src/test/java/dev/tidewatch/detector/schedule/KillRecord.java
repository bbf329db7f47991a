package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * All that a server keeps of what it found, without what tells when it was at work.
 *
 * @param found groups, series, relations, executions, quality and progress, as text
 * @param points of every series and measure, as text
 */
record KillRecord(List<String> found, Map<String, String> points) {
  private static final List<String> TABLES =
      List.of(
          "SELECT id, measure, number, started, ended, severity, told, open, scope, direction, peak, value,"
              + " expected, lower, upper, contributions FROM anomaly_group ORDER BY id",
          "SELECT * FROM anomaly_series ORDER BY anomaly_group, series",
          "SELECT * FROM anomaly_width ORDER BY anomaly_group",
          "SELECT * FROM anomaly_value ORDER BY anomaly_group, dimension, value",
          "SELECT * FROM anomaly_relation ORDER BY anomaly_group, measure",
          "SELECT number, scope FROM series ORDER BY number",
          "SELECT interval, status, failure_reason FROM execution ORDER BY interval",
          "SELECT * FROM quality ORDER BY interval, metric, related_column",
          "SELECT next_interval, learnt, missing, evaluated_from FROM progress",
          "SELECT event, kind, severity_class, state FROM alert_event ORDER BY event");

  static KillRecord of(Handle handle) {
    List<String> found = new ArrayList<>();
    for (String table : TABLES) {
      handle.createQuery(table).mapToMap().forEach(row -> found.add(row.toString()));
    }
    return new KillRecord(found, points(handle));
  }

  /** Every point of the one detector. */
  static Map<String, String> points(Handle handle) {
    long detector = handle.createQuery("SELECT id FROM detector").mapTo(Long.class).one();
    List<Integer> numbers =
        handle.createQuery("SELECT number FROM series").mapTo(Integer.class).list();
    List<String> measures =
        handle
            .createQuery("SELECT measure FROM point_interval UNION SELECT measure FROM point_chunk")
            .mapTo(String.class)
            .list();
    Map<String, String> points = new TreeMap<>();
    for (String measure : measures) {
      for (int number : numbers) {
        Points.of(handle, detector, measure, number, Instant.EPOCH, Instant.ofEpochSecond(1L << 33))
            .forEach(
                point ->
                    points.merge(
                        measure + " " + number + " " + point.interval(),
                        point.toString(),
                        (one, other) -> one + " and again " + other));
      }
    }
    return points;
  }
}
