package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/** The API over a detector of 5,000 series and 2,500 intervals; times are those of the client. */
record AnswerSpeed(Ground ground, String detector, int calls) {
  private static final double TARGET = 50;
  private static final int WARM = 100;

  List<Measure> measure() {
    try (ServerProcess server = ground.start(Duration.ZERO);
        LookoutMetricsClient client = LocalStation.client(server.url())) {
      List<AnomalyGroupSummary> groups =
          client
              .listAnomalyGroupSummaries(
                  r -> r.anomalyDetectorArn(detector).sensitivityThreshold(0).maxResults(100))
              .anomalyGroupSummaryList();
      System.err.printf("%d groups on the first page%n", groups.size());
      List<Measure> measures = new ArrayList<>();
      measures.add(
          time(
              "ListAnomalyGroupSummaries, pages of 100",
              i ->
                  client.listAnomalyGroupSummaries(
                      r -> r.anomalyDetectorArn(detector).sensitivityThreshold(0))));
      measures.add(
          time(
              "GetAnomalyGroup",
              i ->
                  client.getAnomalyGroup(
                      r ->
                          r.anomalyDetectorArn(detector)
                              .anomalyGroupId(at(groups, i).anomalyGroupId()))));
      for (int page : new int[] {10, 100}) {
        measures.add(
            time(
                "ListAnomalyGroupTimeSeries, pages of " + page,
                i ->
                    client.listAnomalyGroupTimeSeries(
                        r ->
                            r.anomalyDetectorArn(detector)
                                .anomalyGroupId(at(groups, i).anomalyGroupId())
                                .metricName(at(groups, i).primaryMetricName())
                                .maxResults(page))));
      }
      measures.add(
          time(
              "DescribeAnomalyDetector",
              i -> client.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector))));
      measures.add(time("ListAlerts", i -> client.listAlerts(r -> r.anomalyDetectorArn(detector))));
      return measures;
    }
  }

  private static AnomalyGroupSummary at(List<AnomalyGroupSummary> groups, int call) {
    return groups.get(call % groups.size());
  }

  private Measure time(String what, IntConsumer call) {
    for (int i = 0; i < WARM; i++) {
      call.accept(i);
    }
    long[] nanoseconds = new long[calls];
    for (int i = 0; i < calls; i++) {
      long begun = System.nanoTime();
      call.accept(i);
      nanoseconds[i] = System.nanoTime() - begun;
    }
    return Measure.percentile95(what, TARGET, nanoseconds);
  }
}
