package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.setup.blueprint.TimeSeries;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Series as CloudWatch knows them. */
final class Metrics {
  private Metrics() {}

  static Metric of(String namespace, TimeSeries series) {
    return Metric.builder()
        .namespace(namespace)
        .metricName(series.measure())
        .dimensions(dimensions(series.dimensions()))
        .build();
  }

  static List<Dimension> dimensions(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> Dimension.builder().name(value.getKey()).value(value.getValue()).build())
        .toList();
  }

  /** The statistic that gives back what the interval files say. */
  static String statistic(TimeSeries series) {
    return series.aggregation() == Aggregation.SUM ? "Sum" : "Average";
  }

  /** {@code Shop/Web views{marketplace=us}}: one spelling of what has no order. */
  static String text(Metric metric) {
    return metric.namespace() + " " + metric.metricName() + text(metric.dimensions());
  }

  static String text(Collection<Dimension> dimensions) {
    return dimensions.stream()
        .sorted(Comparator.comparing(Dimension::name))
        .map(dimension -> dimension.name() + "=" + dimension.value())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
