package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured, wherever it comes from.
 *
 * @param name the file's name for it
 * @param description in people's words; may be empty
 * @param timestamp the column that dates a row; sources that date their rows themselves have none
 * @param dimensions may be empty
 * @param measures at least one
 * @param interval the length of the intervals
 */
record Measured(
    String name,
    String description,
    Optional<TimestampColumn> timestamp,
    List<Dimension> dimensions,
    List<Measure> measures,
    IntervalLength interval) {
  Measured {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
  }

  static Measured of(MetricSet metricSet) {
    return new Measured(
        metricSet.name(),
        metricSet.description(),
        Optional.of(metricSet.timestamp()),
        metricSet.dimensions(),
        metricSet.measures(),
        metricSet.interval());
  }

  List<String> dimensionNames() {
    return dimensions.stream().map(Dimension::name).toList();
  }

  /** Every column that is read. */
  List<String> columnNames() {
    return Stream.of(
            timestamp.stream().map(TimestampColumn::name),
            dimensions.stream().map(Dimension::name),
            measures.stream().map(Measure::name))
        .flatMap(names -> names)
        .toList();
  }

  List<String> measureNames() {
    return measures.stream().map(Measure::name).toList();
  }
}
