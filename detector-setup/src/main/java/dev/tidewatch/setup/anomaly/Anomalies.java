package dev.tidewatch.setup.anomaly;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeriesFeedback;

/** The anomaly groups of one detector. */
public final class Anomalies {
  private static final int PAGE = 100;

  private final LookoutMetricsClient client;
  private final String detector;

  /**
   * @param detector its ARN
   */
  public Anomalies(LookoutMetricsClient client, String detector) {
    this.client = client;
    this.detector = detector;
  }

  /** The groups that fit, the newest first. */
  public List<AnomalyGroupSummary> list(GroupQuestion question) {
    return client
        .listAnomalyGroupSummariesPaginator(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .sensitivityThreshold(question.severity())
                    .maxResults(PAGE))
        .stream()
        .flatMap(page -> page.anomalyGroupSummaryList().stream())
        .filter(question::fits)
        .limit(question.most())
        .toList();
  }

  /** Everything about one group. */
  public GroupDetail detail(String id) {
    AnomalyGroup group =
        client
            .getAnomalyGroup(request -> request.anomalyDetectorArn(detector).anomalyGroupId(id))
            .anomalyGroup();
    List<InterMetricImpactDetails> related =
        client
            .listAnomalyGroupRelatedMetricsPaginator(
                request -> request.anomalyDetectorArn(detector).anomalyGroupId(id))
            .stream()
            .flatMap(page -> page.interMetricImpactList().stream())
            .toList();
    return new GroupDetail(group, timestamps(group), series(group), related);
  }

  private List<String> timestamps(AnomalyGroup group) {
    return client
        .listAnomalyGroupTimeSeries(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupId(group.anomalyGroupId())
                    .metricName(group.primaryMetricName())
                    .maxResults(1))
        .timestampList();
  }

  /** The anomalous time series of a group, the most severe first. */
  public List<TimeSeries> series(AnomalyGroup group) {
    return client
        .listAnomalyGroupTimeSeriesPaginator(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupId(group.anomalyGroupId())
                    .metricName(group.primaryMetricName())
                    .maxResults(PAGE))
        .stream()
        .flatMap(page -> page.timeSeriesList().stream())
        .toList();
  }

  /** Says of a time series of a group whether it was relevant. */
  public void judge(String group, String series, boolean relevant) {
    client.putFeedback(
        request ->
            request
                .anomalyDetectorArn(detector)
                .anomalyGroupTimeSeriesFeedback(
                    feedback ->
                        feedback.anomalyGroupId(group).timeSeriesId(series).isAnomaly(relevant)));
  }

  /** What was said of a group. */
  public List<TimeSeriesFeedback> judgements(String group) {
    return client
        .getFeedbackPaginator(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupTimeSeriesFeedback(series -> series.anomalyGroupId(group)))
        .stream()
        .flatMap(page -> page.anomalyGroupTimeSeriesFeedback().stream())
        .toList();
  }
}
