package dev.tidewatch.generator.lambda;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.generator.anomaly.DrawnAnomalies;
import dev.tidewatch.generator.fault.FaultRates;
import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.stream.RecordStream;
import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.StreamName;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the function is told by its environment, all of it optional:
 *
 * <ul>
 *   <li>{@code STREAM_NAME}: the stream, when events name none
 *   <li>{@code METRIC_SET}: the YAML file of the metric set, packed with the function; default that
 *       of {@code samples/ecommerce.yaml}
 *   <li>{@code SEED}: default 7
 *   <li>{@code TICK}: how far apart the records of one series are, 5m at most; default 5m
 *   <li>{@code ANOMALY_RATE}: anomalies a series sees a day, on average; default 0.05
 * </ul>
 */
record LambdaSettings(String defaultStream, Duration tick, RecordStream stream) {
  LambdaSettings {
    requireNonNull(defaultStream, "defaultStream");
    requireNonNull(stream, "stream");
    if (ScheduledWindow.LENGTH.toNanos() % tick.toNanos() != 0) {
      throw new IllegalArgumentException(
          "TICK divides five minutes evenly, such as 1m or 5m, unlike " + tick);
    }
  }

  static LambdaSettings of(Map<String, String> environment) {
    String file = environment.getOrDefault("METRIC_SET", "");
    MetricSet metricSet =
        file.isEmpty() ? Ecommerce.metricSet() : MetricSetFile.read(Path.of(file));
    SeriesCatalog catalog = SeriesCatalog.of(metricSet, DimensionValues.DEFAULT);
    long seed = seed(environment.getOrDefault("SEED", "7"));
    double rate = rate(environment.getOrDefault("ANOMALY_RATE", "0.05"));
    return new LambdaSettings(
        environment.getOrDefault("STREAM_NAME", ""),
        DurationText.readPositive(environment.getOrDefault("TICK", "5m")),
        new RecordStream(
            metricSet,
            catalog,
            new DrawnAnomalies(catalog, metricSet.calendar(), rate, seed),
            FaultRates.NONE,
            seed));
  }

  /**
   * @throws IllegalArgumentException when neither event nor environment names a stream
   */
  String streamName(Map<String, Object> event) {
    Object named = event.get("stream_name");
    String name = named instanceof String text ? text : defaultStream;
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "no stream is named; set STREAM_NAME, or send {\"stream_name\": \"...\"}");
    }
    return new StreamName(name).value();
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("SEED is a whole number, not '" + text + "'", e);
    }
  }

  private static double rate(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("ANOMALY_RATE is a number, not '" + text + "'", e);
    }
  }
}
