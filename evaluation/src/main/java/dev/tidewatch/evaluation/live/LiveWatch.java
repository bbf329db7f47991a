package dev.tidewatch.evaluation.live;

import dev.tidewatch.evaluation.live.AlertQueue.Received;
import dev.tidewatch.metricset.MetricSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Follows one detector from its activation to the last interval that is to be judged. */
final class LiveWatch {
  private static final long POLL_MILLIS = 1_000;

  private final LookoutMetricsClient client;
  private final AlertQueue queue;
  private final MetricSet metricSet;
  private final PrintWriter out;
  private final Map<String, Integer> messages = new HashMap<>();

  LiveWatch(LookoutMetricsClient client, AlertQueue queue, MetricSet metricSet, PrintWriter out) {
    this.client = client;
    this.queue = queue;
    this.metricSet = metricSet;
    this.out = out;
  }

  /**
   * @return whether the detector got there in time
   */
  boolean run(int threshold, Instant until, Duration patience, List<Path> labels) {
    long begun = System.nanoTime();
    String detector = detector();
    client.activateAnomalyDetector(request -> request.anomalyDetectorArn(detector));
    out.println("activated " + detector);
    if (!active(detector, begun, patience)) {
      return false;
    }
    Instant last = until.minus(metricSet.interval().duration());
    Optional<Instant> first = Optional.empty();
    Optional<Instant> reached = Optional.empty();
    while (reached.isEmpty() || reached.get().isBefore(last)) {
      if (late(begun, patience)) {
        out.println(
            "gave up: the last interval run is " + reached.map(Instant::toString).orElse("none"));
        return false;
      }
      queue.receive().forEach(this::tell);
      reached = newest(detector);
      first = first.isPresent() ? first : reached;
    }
    for (int quiet = 0; quiet < 3; quiet++) { // what was decided is also sent
      List<Received> received = queue.receive();
      received.forEach(this::tell);
      quiet = received.isEmpty() ? quiet : -1;
    }
    Instant from = evaluatedFrom(detector);
    new LiveReport(metricSet.interval().duration(), messages, out)
        .print(
            HiddenAnomaly.read(labels), FoundAnomaly.of(client, detector, threshold), from, until);
    return true;
  }

  private String detector() {
    return client.listAnomalyDetectorsPaginator(request -> {}).stream()
        .flatMap(page -> page.anomalyDetectorSummaryList().stream())
        .filter(summary -> summary.anomalyDetectorName().equals(metricSet.name()))
        .map(AnomalyDetectorSummary::anomalyDetectorArn)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no detector '" + metricSet.name() + "': detector-setup makes it"));
  }

  private boolean active(String detector, long begun, Duration patience) {
    DescribeAnomalyDetectorResponse state = describe(detector);
    while (state.status() == AnomalyDetectorStatus.ACTIVATING) {
      if (late(begun, patience)) {
        out.println("gave up: it is still ACTIVATING");
        return false;
      }
      pause();
      state = describe(detector);
    }
    out.printf(
        "%s after %.1f s%s%n",
        state.status(),
        (System.nanoTime() - begun) / 1e9,
        state.failureReason() == null ? "" : ": " + state.failureReason());
    out.flush();
    return state.status() == AnomalyDetectorStatus.ACTIVE
        || state.status() == AnomalyDetectorStatus.LEARNING;
  }

  private DescribeAnomalyDetectorResponse describe(String detector) {
    return client.describeAnomalyDetector(request -> request.anomalyDetectorArn(detector));
  }

  private Optional<Instant> newest(String detector) {
    return client
        .describeAnomalyDetectionExecutions(
            request -> request.anomalyDetectorArn(detector).maxResults(1))
        .executionList()
        .stream()
        .map(run -> FoundAnomaly.time(run.timestamp()))
        .findFirst();
  }

  private Instant evaluatedFrom(String detector) {
    return FoundAnomaly.time(
        client
            .listAnomalyGroupSummaries(
                request ->
                    request.anomalyDetectorArn(detector).sensitivityThreshold(0).maxResults(1))
            .anomalyGroupStatistics()
            .evaluationStartDate());
  }

  private void tell(Received message) {
    if (!message.group().isEmpty() && !message.group().equals("null")) {
      messages.merge(message.group(), 1, Integer::sum);
    }
    out.printf(
        "  SNS → SQS  %-9s %s%n             %s  %s%n",
        message.state(),
        message.subject(),
        message.alert().path("timestamp").asText(),
        message.alert().path("consoleUrl").asText());
    out.flush();
  }

  private static boolean late(long begun, Duration patience) {
    return System.nanoTime() - begun > patience.toNanos();
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
