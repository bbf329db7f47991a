package dev.tidewatch.localaws.cloudwatch.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Datum;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.Statistic;
import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.util.Set;

/**
 * A statistic of a metric over periods.
 *
 * @param unit of the values; empty for whatever unit
 */
public record MetricStat(Metric metric, Duration period, Statistic statistic, String unit) {
  private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);

  public MetricStat {
    requireNonNull(metric, "metric");
    requireNonNull(period, "period");
    requireNonNull(statistic, "statistic");
    if (!unit.isEmpty()) {
      Datum.checkUnit(unit);
    }
  }

  static MetricStat of(Input input) {
    Input metric = input.object("Metric").orElseThrow(() -> input.refuse("Metric is required."));
    return new MetricStat(
        Metric.of(metric),
        period(input),
        new Statistic(input.required("Stat")),
        input.text("Unit", ""));
  }

  /** Reads and checks {@code Period}. */
  public static Duration period(Input input) {
    String unused = input.required("Period");
    int seconds = input.whole("Period", 1, 604_800, 60);
    if (seconds % 60 != 0 && !SHORT_PERIODS.contains(seconds)) {
      throw MetricErrors.validation(
          "Period is 1, 5, 10, 20, 30 or a multiple of 60 seconds, not " + seconds + ".");
    }
    return Duration.ofSeconds(seconds);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("Metric", metric.json());
    json.put("Period", period.toSeconds()).put("Stat", statistic.name());
    return unit.isEmpty() ? json : json.put("Unit", unit);
  }
}
