package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.RunningDatabase;
import dev.tidewatch.detector.child.ServerProcess;
import dev.tidewatch.detector.child.Trade;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** A folder for one server's data, local AWS services, and what is done there again and again. */
final class Ground implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final LocalStation station;
  private final Path folder;
  private final Path keys;

  Ground(LocalAws aws, Path parent, String name) {
    try {
      this.folder = Files.createDirectories(parent.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.station = new LocalStation(aws, name);
    this.keys = LocalStation.keys(folder);
  }

  LocalStation station() {
    return station;
  }

  Path database() {
    return folder.resolve("detector.db");
  }

  /** Starts the server with a clock that is ahead. */
  ServerProcess start(Duration ahead) {
    ServerProcess server =
        ServerProcess.clocked(
            station.environment(),
            folder.resolve("server.log"),
            ServerProcess.USUAL,
            List.of(folder.toString(), keys.toString(), Long.toString(ahead.toMillis()), "2"));
    if (server.url().isEmpty()) {
      throw new IllegalStateException("the server did not start: see " + folder);
    }
    return server;
  }

  /** Makes a detector with a dataset; perhaps with an alert to a topic. */
  String create(
      LookoutMetricsClient client, String name, Trade trade, int offset, @Nullable String topic) {
    String detector =
        client
            .createAnomalyDetector(
                r ->
                    r.anomalyDetectorName(name)
                        .anomalyDetectorConfig(c -> c.anomalyDetectorFrequency("PT5M")))
            .anomalyDetectorArn();
    client.createMetricSet(
        r ->
            r.anomalyDetectorArn(detector)
                .metricSetName("trade")
                .metricSetFrequency("PT5M")
                .offset(offset)
                .timestampColumn(c -> c.columnName("time").columnFormat("UNIX"))
                .dimensionList(Trade.dimensions())
                .metricList(
                    trade.measures().stream()
                        .map(m -> Metric.builder().metricName(m).aggregationFunction("SUM").build())
                        .toList())
                .metricSource(station.source(name)));
    if (topic != null) {
      client.createAlert(
          r ->
              r.alertName(name)
                  .anomalyDetectorArn(detector)
                  .alertSensitivityThreshold(0)
                  .action(
                      a ->
                          a.snsConfiguration(
                              s -> s.roleArn(LocalStation.ROLE).snsTopicArn(topic))));
    }
    return detector;
  }

  /** Activates and waits until it is active; answers after how many milliseconds. */
  static long activate(LookoutMetricsClient client, String detector) {
    long begun = System.nanoTime();
    client.activateAnomalyDetector(r -> r.anomalyDetectorArn(detector));
    await(
        () -> {
          AnomalyDetectorStatus status =
              client.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector)).status();
          if (status == AnomalyDetectorStatus.FAILED) {
            throw new IllegalStateException(detector + " failed");
          }
          return status == AnomalyDetectorStatus.ACTIVE;
        });
    return (System.nanoTime() - begun) / 1_000_000;
  }

  static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited too long");
      }
      pause(20);
    }
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(Math.max(0, milliseconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Numbers from the server's database, as it runs. */
  List<long[]> ask(String question) {
    return RunningDatabase.ask(database(), question);
  }

  @Override
  public void close() {
    station.close();
  }
}
