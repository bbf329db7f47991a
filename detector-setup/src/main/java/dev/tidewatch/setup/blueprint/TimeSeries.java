package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.Aggregation;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A measure seen through dimension values; without any it is the measure's total.
 *
 * @param dimensions values by dimension; sorted, as a metric's dimensions have no order
 */
public record TimeSeries(
    String measure, Aggregation aggregation, SortedMap<String, String> dimensions) {
  public TimeSeries {
    requireNonNull(measure, "measure");
    requireNonNull(aggregation, "aggregation");
    dimensions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** The series of a measure. */
  public static TimeSeries of(
      String measure, Aggregation aggregation, Map<String, String> dimensions) {
    return new TimeSeries(measure, aggregation, new TreeMap<>(dimensions));
  }

  /** {@code views, marketplace=us}. */
  public String text() {
    String values =
        dimensions.entrySet().stream()
            .map(value -> ", " + value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining());
    return measure + values;
  }
}
