package dev.tidewatch.setup.anomaly;

import dev.tidewatch.setup.aws.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Reads what a detector found, and tells it what people think of that. */
public final class AnomalyBook {
  private final LookoutMetricsClient lookout;
  private final Patience patience;
  private final String detector;

  /**
   * @param detector its ARN
   */
  public AnomalyBook(LookoutMetricsClient lookout, Patience patience, String detector) {
    this.lookout = lookout;
    this.patience = patience;
    this.detector = detector;
  }

  /** The groups of a filter, in the order of the API: the newest first. */
  public List<AnomalyGroupSummary> groups(GroupFilter filter) {
    return patience.call(
        () ->
            lookout
                .listAnomalyGroupSummariesPaginator(
                    request ->
                        request
                            .anomalyDetectorArn(detector)
                            .sensitivityThreshold(filter.severity())
                            .maxResults(100))
                .stream()
                .flatMap(page -> page.anomalyGroupSummaryList().stream())
                .filter(filter::test)
                .toList());
  }

  /** The ids that begin like this: people write the first eight characters. */
  public List<String> idsLike(String beginning) {
    return groups(GroupFilter.ALL).stream()
        .map(AnomalyGroupSummary::anomalyGroupId)
        .filter(id -> id.startsWith(beginning))
        .toList();
  }

  /** All that is known of a group. */
  public GroupStory story(String id) {
    AnomalyGroup group =
        patience.call(
            () ->
                lookout
                    .getAnomalyGroup(
                        request -> request.anomalyDetectorArn(detector).anomalyGroupId(id))
                    .anomalyGroup());
    List<String> times = new ArrayList<>();
    List<TimeSeries> series = new ArrayList<>();
    patience.call(
        () -> {
          times.clear();
          series.clear();
          lookout
              .listAnomalyGroupTimeSeriesPaginator(
                  request ->
                      request
                          .anomalyDetectorArn(detector)
                          .anomalyGroupId(id)
                          .metricName(group.primaryMetricName())
                          .maxResults(100))
              .forEach(
                  page -> {
                    times.clear();
                    times.addAll(page.timestampList());
                    series.addAll(page.timeSeriesList());
                  });
          return series;
        });
    return new GroupStory(group, times, series, related(id));
  }

  private List<InterMetricImpactDetails> related(String id) {
    return patience.call(
        () ->
            lookout
                .listAnomalyGroupRelatedMetricsPaginator(
                    request ->
                        request.anomalyDetectorArn(detector).anomalyGroupId(id).maxResults(100))
                .stream()
                .flatMap(page -> page.interMetricImpactList().stream())
                .toList());
  }

  /** Says of a series of a group whether it was worth telling. */
  public void putFeedback(String group, String series, boolean relevant) {
    patience.call(
        () ->
            lookout.putFeedback(
                request ->
                    request
                        .anomalyDetectorArn(detector)
                        .anomalyGroupTimeSeriesFeedback(
                            feedback ->
                                feedback
                                    .anomalyGroupId(group)
                                    .timeSeriesId(series)
                                    .isAnomaly(relevant))));
  }

  /** What was said of a group's series, by their ids. */
  public Map<String, Boolean> feedback(String group) {
    Map<String, Boolean> said = new TreeMap<>();
    patience.call(
        () -> {
          lookout
              .getFeedbackPaginator(
                  request ->
                      request
                          .anomalyDetectorArn(detector)
                          .anomalyGroupTimeSeriesFeedback(
                              feedback -> feedback.anomalyGroupId(group)))
              .forEach(
                  page ->
                      page.anomalyGroupTimeSeriesFeedback()
                          .forEach(each -> said.put(each.timeSeriesId(), each.isAnomaly())));
          return said;
        });
    return said;
  }
}
