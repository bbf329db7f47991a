package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.TimeSeriesId;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.Page;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupTimeSeriesFeedback;
import software.amazon.awssdk.services.lookoutmetrics.model.GetFeedbackRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetFeedbackResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.PutFeedbackRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.PutFeedbackResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeriesFeedback;

/** What people say of anomalies (contract section 6.3). */
public final class FeedbackOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public FeedbackOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  /** A new word on the same series takes the place of the old one. */
  public PutFeedbackResponse put(PutFeedbackRequest request, Caller caller) {
    surroundings.database().change(handle -> put(handle, request, caller));
    return PutFeedbackResponse.builder().build();
  }

  private void put(Handle handle, PutFeedbackRequest request, Caller caller) {
    AnomalyGroupTimeSeriesFeedback feedback = request.anomalyGroupTimeSeriesFeedback();
    FoundGroup group =
        resources.group(
            handle,
            resources.detector(handle, request.anomalyDetectorArn()),
            feedback.anomalyGroupId());
    FoundSeries series =
        Groups.series(handle, group).stream()
            .filter(each -> id(group, each.number()).equals(feedback.timeSeriesId()))
            .findFirst()
            .orElseThrow(
                () -> ApiError.notFound(ResourceKind.TIME_SERIES, feedback.timeSeriesId()));
    FeedbackBook.put(
        handle,
        FeedbackBook.Entry.plain(
            group.id(), series.number(), feedback.isAnomaly(), surroundings.now(), caller.keyId()));
  }

  /** Of one series of a group, or of all on which there was a word. */
  public GetFeedbackResponse get(GetFeedbackRequest request) {
    return surroundings
        .database()
        .read(
            handle -> {
              List<TimeSeriesFeedback> all = all(handle, request);
              Page<Positions.Placed<TimeSeriesFeedback>> page =
                  surroundings
                      .paging()
                      .page(
                          request,
                          (after, most) -> Positions.from(all, after, most),
                          Positions.Placed::position);
              return GetFeedbackResponse.builder()
                  .anomalyGroupTimeSeriesFeedback(
                      page.items().stream().map(Positions.Placed::item).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private List<TimeSeriesFeedback> all(Handle handle, GetFeedbackRequest request) {
    Detector detector = resources.detector(handle, request.anomalyDetectorArn());
    String groupId = request.anomalyGroupTimeSeriesFeedback().anomalyGroupId();
    @Nullable String only = request.anomalyGroupTimeSeriesFeedback().timeSeriesId();
    FoundGroup group = resources.group(handle, detector, groupId);
    return FeedbackBook.of(handle, group.id()).stream()
        .map(
            entry ->
                TimeSeriesFeedback.builder()
                    .timeSeriesId(id(group, entry.series()))
                    .isAnomaly(entry.relevant())
                    .build())
        .filter(feedback -> only == null || feedback.timeSeriesId().equals(only))
        .toList();
  }

  private static String id(FoundGroup group, long series) {
    return TimeSeriesId.of(group.detector(), group.measure(), series);
  }
}
