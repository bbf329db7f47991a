package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupCursor;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.schedule.Progress;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.detector.wire.TimestampText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupStatistics;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.GetAnomalyGroupRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetAnomalyGroupResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ItemizedMetricStats;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupSummariesRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupSummariesResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricLevelImpact;

/** Anomaly groups (contract section 6.2). */
public final class GroupOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public GroupOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  /** The newest first. */
  public ListAnomalyGroupSummariesResponse list(ListAnomalyGroupSummariesRequest request) {
    int least = request.sensitivityThreshold();
    return surroundings
        .database()
        .read(
            handle -> {
              Detector detector = resources.detector(handle, request.anomalyDetectorArn());
              Page<FoundGroup> page =
                  surroundings
                      .paging()
                      .page(
                          request,
                          (after, most) ->
                              Groups.newest(handle, detector.id(), least, cursor(after), most),
                          GroupOperations::position);
              return ListAnomalyGroupSummariesResponse.builder()
                  .anomalyGroupSummaryList(
                      page.items().stream().map(GroupOperations::summary).toList())
                  .anomalyGroupStatistics(statistics(handle, detector, least))
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private static String position(FoundGroup group) {
    GroupCursor cursor = GroupCursor.after(group);
    return cursor.started() + " " + cursor.id();
  }

  private static GroupCursor cursor(String position) {
    if (position.isEmpty()) {
      return GroupCursor.START;
    }
    String[] parts = position.split(" ", 2);
    return new GroupCursor(Long.parseLong(parts[0]), parts[1]);
  }

  private static AnomalyGroupSummary summary(FoundGroup group) {
    return AnomalyGroupSummary.builder()
        .anomalyGroupId(group.id())
        .anomalyGroupScore(Scores.told(group.told()))
        .primaryMetricName(group.measure())
        .startTime(TimestampText.write(group.start()))
        .endTime(TimestampText.write(group.end()))
        .build();
  }

  private static AnomalyGroupStatistics statistics(Handle handle, Detector detector, int least) {
    Map<String, Integer> counts = Groups.countByMeasure(handle, detector.id(), least);
    List<ItemizedMetricStats> itemized =
        counts.entrySet().stream()
            .map(
                count ->
                    ItemizedMetricStats.builder()
                        .metricName(count.getKey())
                        .occurrenceCount(count.getValue())
                        .build())
            .toList();
    return AnomalyGroupStatistics.builder()
        .evaluationStartDate(TimestampText.write(evaluatedFrom(handle, detector)))
        .totalCount(counts.values().stream().mapToInt(Integer::intValue).sum())
        .itemizedMetricStatsList(itemized)
        .build();
  }

  /** While nothing is evaluated, the search begins where the detector does. */
  private static Instant evaluatedFrom(Handle handle, Detector detector) {
    return Progress.find(handle, detector.id())
        .flatMap(Progress::evaluatedFrom)
        .orElseGet(() -> detector.created().truncatedTo(ChronoUnit.MINUTES));
  }

  public GetAnomalyGroupResponse get(GetAnomalyGroupRequest request) {
    FoundGroup group =
        surroundings
            .database()
            .read(
                handle ->
                    resources.group(
                        handle,
                        resources.detector(handle, request.anomalyDetectorArn()),
                        request.anomalyGroupId()));
    MetricLevelImpact impact =
        MetricLevelImpact.builder()
            .metricName(group.measure())
            .numTimeSeries(group.series())
            .contributionMatrix(Scores.matrix(group.contributions()))
            .build();
    return GetAnomalyGroupResponse.builder()
        .anomalyGroup(
            AnomalyGroup.builder()
                .anomalyGroupId(group.id())
                .anomalyGroupScore(Scores.told(group.told()))
                .primaryMetricName(group.measure())
                .startTime(TimestampText.write(group.start()))
                .endTime(TimestampText.write(group.end()))
                .metricLevelImpactList(impact)
                .build())
        .build();
  }
}
