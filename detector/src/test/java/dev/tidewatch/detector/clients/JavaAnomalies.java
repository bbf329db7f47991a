package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectionTaskStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeriesFeedback;

/** What the backtest found. */
final class JavaAnomalies {
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z\\[UTC]";

  private final LookoutMetricsClient client;
  private final Checks checks;
  private final String detector;

  JavaAnomalies(LookoutMetricsClient client, Checks checks, String detector) {
    this.client = client;
    this.checks = checks;
    this.detector = detector;
  }

  void look() {
    lookAtTheLog();
    AnomalyGroupSummary fall = groups();
    List<TimeSeries> series = series(fall);
    related(fall.anomalyGroupId());
    feedback(fall.anomalyGroupId(), series);
    checks.operation(
        "GetDataQualityMetrics",
        () ->
            assertThat(
                    client
                        .getDataQualityMetrics(r -> r.anomalyDetectorArn(detector))
                        .anomalyDetectorDataQualityMetricList())
                .isNotEmpty());
  }

  private void lookAtTheLog() {
    List<ExecutionStatus> runs =
        checks.operation(
            "DescribeAnomalyDetectionExecutions",
            () ->
                client
                    .describeAnomalyDetectionExecutions(
                        r -> r.anomalyDetectorArn(detector).maxResults(100))
                    .executionList());
    checks.check(
        "other",
        "times as text",
        () -> {
          assertThat(runs).allMatch(run -> run.timestamp().matches(TIME));
          assertThat(
                  client
                      .describeAnomalyDetectionExecutions(
                          r ->
                              r.anomalyDetectorArn(detector)
                                  .timestamp(runs.get(3).timestamp().replace("Z[UTC]", ":00Z")))
                      .executionList())
              .containsExactly(runs.get(3));
        });
    checks.step(
        "paginator",
        "DescribeAnomalyDetectionExecutions",
        () -> {
          List<ExecutionStatus> all =
              client
                  .describeAnomalyDetectionExecutionsPaginator(
                      r -> r.anomalyDetectorArn(detector).maxResults(50))
                  .stream()
                  .flatMap(page -> page.executionList().stream())
                  .toList();
          assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(100).containsAll(runs);
          return assertThat(all)
              .allMatch(run -> run.status() == AnomalyDetectionTaskStatus.COMPLETED);
        });
  }

  /** Gives the first group: that in which views fell, which orders followed and revenue. */
  private AnomalyGroupSummary groups() {
    var answer =
        checks.operation(
            "ListAnomalyGroupSummaries",
            () ->
                client.listAnomalyGroupSummaries(
                    r -> r.anomalyDetectorArn(detector).sensitivityThreshold(50)));
    List<AnomalyGroupSummary> groups = answer.anomalyGroupSummaryList();
    checks.check(
        "operation",
        "ListAnomalyGroupSummaries",
        () -> {
          assertThat(groups).hasSizeGreaterThan(1);
          assertThat(answer.anomalyGroupStatistics().totalCount()).isEqualTo(groups.size());
        });
    checks.step(
        "paginator",
        "ListAnomalyGroupSummaries",
        () ->
            assertThat(
                    client
                        .listAnomalyGroupSummariesPaginator(
                            r ->
                                r.anomalyDetectorArn(detector)
                                    .sensitivityThreshold(50)
                                    .maxResults(1))
                        .stream()
                        .flatMap(page -> page.anomalyGroupSummaryList().stream()))
                .isEqualTo(groups));
    AnomalyGroupSummary fall =
        groups.stream()
            .filter(group -> group.primaryMetricName().equals("views"))
            .findFirst()
            .orElseThrow();
    checks.operation(
        "GetAnomalyGroup",
        () -> {
          var group =
              client
                  .getAnomalyGroup(
                      r -> r.anomalyDetectorArn(detector).anomalyGroupId(fall.anomalyGroupId()))
                  .anomalyGroup();
          assertThat(group.anomalyGroupScore()).isEqualTo(fall.anomalyGroupScore());
          return assertThat(group.metricLevelImpactList()).isNotEmpty();
        });
    return fall;
  }

  private List<TimeSeries> series(AnomalyGroupSummary group) {
    List<TimeSeries> series =
        checks.operation(
            "ListAnomalyGroupTimeSeries",
            () -> {
              var answer =
                  client.listAnomalyGroupTimeSeries(
                      r ->
                          r.anomalyDetectorArn(detector)
                              .anomalyGroupId(group.anomalyGroupId())
                              .metricName("views"));
              assertThat(answer.timestampList()).allMatch(time -> time.matches(TIME));
              assertThat(answer.timeSeriesList())
                  .hasSizeGreaterThan(1)
                  .allMatch(each -> each.metricValueList().size() == answer.timestampList().size());
              return answer.timeSeriesList();
            });
    checks.step(
        "paginator",
        "ListAnomalyGroupTimeSeries",
        () ->
            assertThat(
                    client
                        .listAnomalyGroupTimeSeriesPaginator(
                            r ->
                                r.anomalyDetectorArn(detector)
                                    .anomalyGroupId(group.anomalyGroupId())
                                    .metricName("views")
                                    .maxResults(1))
                        .stream()
                        .flatMap(page -> page.timeSeriesList().stream()))
                .isEqualTo(series));
    return series;
  }

  private void related(String group) {
    List<InterMetricImpactDetails> related =
        checks.operation(
            "ListAnomalyGroupRelatedMetrics",
            () ->
                client
                    .listAnomalyGroupRelatedMetrics(
                        r -> r.anomalyDetectorArn(detector).anomalyGroupId(group))
                    .interMetricImpactList());
    checks.step(
        "paginator",
        "ListAnomalyGroupRelatedMetrics",
        () ->
            assertThat(
                    client
                        .listAnomalyGroupRelatedMetricsPaginator(
                            r -> r.anomalyDetectorArn(detector).anomalyGroupId(group).maxResults(1))
                        .stream()
                        .flatMap(page -> page.interMetricImpactList().stream()))
                .hasSizeGreaterThan(1)
                .isEqualTo(related));
  }

  private void feedback(String group, List<TimeSeries> series) {
    for (int i = 0; i < 2; i++) {
      String id = series.get(i).timeSeriesId();
      boolean anomaly = i == 0;
      checks.operation(
          "PutFeedback",
          () ->
              client.putFeedback(
                  r ->
                      r.anomalyDetectorArn(detector)
                          .anomalyGroupTimeSeriesFeedback(
                              f -> f.anomalyGroupId(group).timeSeriesId(id).isAnomaly(anomaly))));
    }
    List<TimeSeriesFeedback> given =
        checks.operation(
            "GetFeedback",
            () ->
                client
                    .getFeedback(
                        r ->
                            r.anomalyDetectorArn(detector)
                                .anomalyGroupTimeSeriesFeedback(f -> f.anomalyGroupId(group)))
                    .anomalyGroupTimeSeriesFeedback());
    checks.step(
        "paginator",
        "GetFeedback",
        () ->
            assertThat(
                    client
                        .getFeedbackPaginator(
                            r ->
                                r.anomalyDetectorArn(detector)
                                    .anomalyGroupTimeSeriesFeedback(f -> f.anomalyGroupId(group))
                                    .maxResults(1))
                        .stream()
                        .flatMap(page -> page.anomalyGroupTimeSeriesFeedback().stream()))
                .hasSize(2)
                .isEqualTo(given));
  }
}
