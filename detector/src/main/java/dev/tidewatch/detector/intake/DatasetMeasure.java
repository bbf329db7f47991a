package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.Aggregation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A numeric column, or a metric of CloudWatch (contract appendix A.3, {@code Metric}).
 *
 * @param name the column, or the metric's name in CloudWatch
 * @param namespaceOrNull the metric's name space in CloudWatch; null for columns of files
 */
public record DatasetMeasure(
    String name, Aggregation aggregation, @Nullable String namespaceOrNull) {
  public DatasetMeasure {
    requireNonNull(name, "name");
    requireNonNull(aggregation, "aggregation");
  }

  /** A column of files. */
  public static DatasetMeasure column(String name, Aggregation aggregation) {
    return new DatasetMeasure(name, aggregation, null);
  }

  /** The metric's name space in CloudWatch. */
  public Optional<String> namespace() {
    return Optional.ofNullable(namespaceOrNull);
  }
}
