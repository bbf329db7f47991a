package dev.tidewatch.localaws.cloudwatch.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Distribution;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.cloudwatch.metric.Statistic;
import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Several statistics of one metric: the older way to ask. */
final class Statistics {
  private static final int MOST_POINTS = 1_440;

  private final MetricStore store;

  Statistics(MetricStore store) {
    this.store = requireNonNull(store, "store");
  }

  ObjectNode answer(Input input) {
    Metric metric = Metric.of(input);
    List<Statistic> plain = statistics(input, "Statistics");
    List<Statistic> extended = statistics(input, "ExtendedStatistics");
    if (plain.isEmpty() == extended.isEmpty()) {
      throw MetricErrors.combination(
          "Exactly one of the parameters Statistics and ExtendedStatistics must be specified.");
    }
    Instant start = MetricOperations.time(input, "StartTime");
    Instant end = MetricOperations.time(input, "EndTime");
    MetricOperations.checkOrder(start, end);
    Duration period = MetricStat.period(input);
    if (Duration.between(start, end).dividedBy(period) > MOST_POINTS) {
      throw MetricErrors.combination(
          "You have requested more than "
              + MOST_POINTS
              + " datapoints, which exceeds the limit. Ask for a longer period or a shorter time.");
    }
    String unit = input.text("Unit", "");
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Label", metric.name());
    ArrayNode points = answer.putArray("Datapoints");
    store
        .read(metric, unit, start, end, period)
        .forEach(
            (time, values) -> {
              ObjectNode point = points.addObject().put("Timestamp", time.toString());
              plain.forEach(
                  statistic -> statistic.of(values).ifPresent(v -> point.put(statistic.name(), v)));
              addExtended(point, extended, values);
              point.put("Unit", unit.isEmpty() ? "None" : unit);
            });
    return answer;
  }

  private static void addExtended(ObjectNode point, List<Statistic> extended, Distribution values) {
    if (!extended.isEmpty()) {
      ArrayNode entries = point.putObject("ExtendedStatistics").putArray("entry");
      extended.forEach(
          statistic ->
              statistic
                  .of(values)
                  .ifPresent(
                      v -> entries.addObject().put("key", statistic.name()).put("value", v)));
    }
  }

  private static List<Statistic> statistics(Input input, String list) {
    return input.texts(list).stream().map(Statistic::new).toList();
  }
}
