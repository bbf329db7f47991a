package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.wire.ApiError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorDataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.GetDataQualityMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetDataQualityMetricsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDataQualityMetric;

/** What runs say of the data they read (contract section 6.4). */
public final class QualityOperations {
  /** The operation has no pages. */
  private static final int MOST_RUNS = 100;

  private final Surroundings surroundings;
  private final ResourceNames names;
  private final Resources resources;

  public QualityOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.names = surroundings.names();
    this.resources = new Resources(names);
  }

  /** Of the newest runs, the newest first. */
  public GetDataQualityMetricsResponse get(GetDataQualityMetricsRequest request) {
    return surroundings
        .database()
        .read(
            handle -> {
              Detector detector = resources.detector(handle, request.anomalyDetectorArn());
              return MetricSets.of(handle, detector.id())
                  .map(dataset -> checked(dataset, request.metricSetArn()))
                  .or(() -> none(request.metricSetArn()))
                  .map(arn -> answer(arn, runs(handle, detector)))
                  .orElseGet(() -> answer("", Map.of()));
            });
  }

  /** The ARN of the detector's dataset, if the request means that one. */
  private String checked(MetricSetEntry dataset, @Nullable String wanted) {
    String arn = names.metricSet(dataset.detectorName(), dataset.name());
    if (wanted != null && !wanted.equals(arn)) {
      throw ApiError.notFound(ResourceKind.METRIC_SET, wanted);
    }
    return arn;
  }

  private static Optional<String> none(@Nullable String wanted) {
    if (wanted != null) {
      throw ApiError.notFound(ResourceKind.METRIC_SET, wanted);
    }
    return Optional.empty();
  }

  private static Map<Long, List<DataQualityMetric>> runs(Handle handle, Detector detector) {
    Map<Long, List<DataQualityMetric>> runs = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT interval, metric, related_column, value FROM quality WHERE detector = :detector AND interval IN"
                + " (SELECT DISTINCT interval FROM quality WHERE detector = :detector ORDER BY interval DESC"
                + " LIMIT :most) ORDER BY interval DESC, metric, related_column")
        .bind("detector", detector.id())
        .bind("most", MOST_RUNS)
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("interval"),
                    metric(
                        row.getString("metric"),
                        row.getString("related_column"),
                        row.getDouble("value"))))
        .forEach(
            entry ->
                runs.computeIfAbsent(entry.getKey(), interval -> new ArrayList<>())
                    .add(entry.getValue()));
    return runs;
  }

  private static DataQualityMetric metric(String type, String column, double value) {
    return DataQualityMetric.builder()
        .metricType(type)
        .metricDescription(QualityWords.describe(type, column))
        .relatedColumnName(column.isEmpty() ? null : column)
        .metricValue(value)
        .build();
  }

  private static GetDataQualityMetricsResponse answer(
      String metricSetArn, Map<Long, List<DataQualityMetric>> runs) {
    return GetDataQualityMetricsResponse.builder()
        .anomalyDetectorDataQualityMetricList(
            runs.entrySet().stream()
                .map(run -> run(metricSetArn, run.getKey(), run.getValue()))
                .toList())
        .build();
  }

  private static AnomalyDetectorDataQualityMetric run(
      String metricSetArn, long interval, List<DataQualityMetric> metrics) {
    return AnomalyDetectorDataQualityMetric.builder()
        .startTimestamp(Instant.ofEpochSecond(interval))
        .metricSetDataQualityMetricList(
            MetricSetDataQualityMetric.builder()
                .metricSetArn(metricSetArn)
                .dataQualityMetricList(metrics)
                .build())
        .build();
  }
}
