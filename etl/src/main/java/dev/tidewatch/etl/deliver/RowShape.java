package dev.tidewatch.etl.deliver;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;

/**
 * What the rows of open intervals were made by. Rows of different shapes cannot be added up.
 *
 * @param text in people's words, since it is shown when shapes differ
 */
record RowShape(String text) {
  static RowShape of(MetricSet metricSet) {
    return new RowShape(
        "%s by %s every %s in %s"
            .formatted(
                metricSet.measures().stream().map(Measure::name).toList(),
                metricSet.dimensions().stream().map(Dimension::name).toList(),
                metricSet.interval(),
                metricSet.timestamp().zone()));
  }
}
