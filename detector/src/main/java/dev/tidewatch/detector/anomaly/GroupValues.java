package dev.tidewatch.detector.anomaly;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The dimension values that a group concerns: those of its anomalous series, and those that
 * contribute at least {@link #LEAST_CONTRIBUTION} to it (contract section 7.1). Alerts and the
 * console filter by the same ones.
 */
public record GroupValues(Set<Value> all) {
  /** A value that has less of a group's contributions, in percent, is not what it is about. */
  public static final double LEAST_CONTRIBUTION = 10;

  public GroupValues {
    all = Set.copyOf(all);
  }

  /** A value of a dimension. */
  public record Value(String dimension, String value) {}

  /** The values of a group as it is after a change. */
  public static GroupValues of(GroupChange change) {
    Set<Value> all = new HashSet<>();
    for (FoundSeries series : change.series()) {
      for (Map.Entry<String, String> each : series.scope().values().entrySet()) {
        all.add(new Value(each.getKey(), each.getValue()));
      }
    }
    change.after().contributions().stream()
        .filter(each -> each.score() >= LEAST_CONTRIBUTION)
        .forEach(each -> all.add(new Value(each.dimension(), each.value())));
    return new GroupValues(all);
  }

  public boolean contains(String dimension, String value) {
    return all.contains(new Value(dimension, value));
  }

  /** Most intervals of a group change none of its values: those that stay are not written anew. */
  void write(Handle handle, String group) {
    Set<Value> kept =
        handle
            .createQuery("SELECT dimension, value FROM anomaly_value WHERE anomaly_group = ?")
            .bind(0, group)
            .map((row, context) -> new Value(row.getString(1), row.getString(2)))
            .collect(Collectors.toSet());
    change(handle, "INSERT INTO anomaly_value VALUES (?, ?, ?)", group, without(all, kept));
    change(
        handle,
        "DELETE FROM anomaly_value WHERE anomaly_group = ? AND dimension = ? AND value = ?",
        group,
        without(kept, all));
  }

  private static Set<Value> without(Set<Value> some, Set<Value> others) {
    Set<Value> left = new HashSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static void change(Handle handle, String statement, String group, Set<Value> values) {
    if (values.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(statement);
    values.forEach(each -> batch.add(group, each.dimension(), each.value()));
    batch.execute();
  }
}
