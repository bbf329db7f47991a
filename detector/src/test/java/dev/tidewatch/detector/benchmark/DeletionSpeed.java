package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/** How long others wait for a write while a detector of 5,000 × 2,500 points is deleted. */
record DeletionSpeed(Ground ground, String detector) {
  private static final double TARGET = 500;

  List<Measure> measure() {
    try (ServerProcess server = ground.start(Duration.ZERO);
        LookoutMetricsClient client = LocalStation.client(server.url())) {
      String other =
          client
              .createAnomalyDetector(
                  r ->
                      r.anomalyDetectorName("other")
                          .anomalyDetectorConfig(c -> c.anomalyDetectorFrequency("PT5M")))
              .anomalyDetectorArn();
      LongStream.Builder waits = LongStream.builder();
      long begun = System.nanoTime();
      client.deleteAnomalyDetector(r -> r.anomalyDetectorArn(detector));
      while (isThere(client)) {
        long asked = System.nanoTime();
        client.tagResource(r -> r.resourceArn(other).tags(Map.of("seen", "yes")));
        waits.add(System.nanoTime() - asked);
        Ground.pause(20);
      }
      long[] nanoseconds = waits.build().toArray();
      double seconds = (System.nanoTime() - begun) / 1e9;
      return List.of(
          Measure.percentile95(
              "a write while 5,000 x 2,500 are deleted (%.1f s)".formatted(seconds),
              TARGET,
              nanoseconds));
    }
  }

  private boolean isThere(LookoutMetricsClient client) {
    try {
      client.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector));
      return true;
    } catch (ResourceNotFoundException gone) {
      return false;
    }
  }
}
