package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields of a record are needed, each once, and what for. A field is known by its index.
 *
 * @param fields where a record holds them: CSV columns, or paths of JSON keys joined by dots
 * @param timestamp the field of the event time
 * @param dimensions the field of each dimension of the metric set
 * @param measures the field of each measure of the metric set
 */
record FieldLayout(
    List<String> fields, int timestamp, List<Integer> dimensions, List<Integer> measures) {

  static FieldLayout of(MetricSet metricSet) {
    Set<String> distinct = new LinkedHashSet<>();
    distinct.add(metricSet.timestamp().field());
    metricSet.dimensions().forEach(dimension -> distinct.add(dimension.field()));
    metricSet.measures().forEach(measure -> distinct.add(measure.field()));
    List<String> fields = new ArrayList<>(distinct);
    return new FieldLayout(
        fields,
        fields.indexOf(metricSet.timestamp().field()),
        metricSet.dimensions().stream().map(Dimension::field).map(fields::indexOf).toList(),
        metricSet.measures().stream().map(Measure::field).map(fields::indexOf).toList());
  }

  int[] dimensionFields() {
    return dimensions.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] measureFields() {
    return measures.stream().mapToInt(Integer::intValue).toArray();
  }
}
