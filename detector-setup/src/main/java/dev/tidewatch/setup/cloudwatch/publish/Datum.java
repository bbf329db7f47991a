package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.setup.blueprint.TimeSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * What is sent of a series for one interval: a statistic set of its rows' values, so that
 * CloudWatch answers their sum, average, least and greatest.
 */
record Datum(TimeSeries series, int count, BigDecimal sum, BigDecimal least, BigDecimal greatest) {
  /** What CloudWatch accepts on either side of 0: 2 to the power of 360. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(2).pow(360);

  static Datum of(TimeSeries series, BigDecimal value) {
    return new Datum(series, 1, value, value, value);
  }

  Datum plus(BigDecimal value) {
    return new Datum(series, count + 1, sum.add(value), least.min(value), greatest.max(value));
  }

  static boolean accepts(BigDecimal value) {
    return value.abs().compareTo(LARGEST) <= 0;
  }

  boolean isAccepted() {
    return accepts(sum);
  }

  MetricDatum at(Instant start) {
    return MetricDatum.builder()
        .metricName(series.measure())
        .dimensions(dimensions())
        .timestamp(start)
        .statisticValues(
            statistics ->
                statistics
                    .sampleCount((double) count)
                    .sum(sum.doubleValue())
                    .minimum(least.doubleValue())
                    .maximum(greatest.doubleValue()))
        .build();
  }

  List<Dimension> dimensions() {
    return series.dimensions().entrySet().stream()
        .map(value -> Dimension.builder().name(value.getKey()).value(value.getValue()).build())
        .toList();
  }

  /** About how many bytes of a request it takes. */
  int size() {
    int size = 500;
    for (var value : series.dimensions().entrySet()) {
      size += 100 + 3 * (value.getKey().length() + value.getValue().length());
    }
    return size;
  }
}
