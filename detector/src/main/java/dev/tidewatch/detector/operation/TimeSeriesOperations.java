package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.TimeSeriesId;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.detector.wire.TimestampText;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionNameValue;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupTimeSeriesRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupTimeSeriesResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** The time series of anomaly groups (contract section 6.2). */
public final class TimeSeriesOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public TimeSeriesOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  /**
   * The series that are anomalous in a group, the most severe first. Of another measure than the
   * group's, the series with the same dimension values.
   */
  public ListAnomalyGroupTimeSeriesResponse list(ListAnomalyGroupTimeSeriesRequest request) {
    return surroundings.database().read(handle -> list(handle, request));
  }

  private ListAnomalyGroupTimeSeriesResponse list(
      Handle handle, ListAnomalyGroupTimeSeriesRequest request) {
    Detector detector = resources.detector(handle, request.anomalyDetectorArn());
    FoundGroup group = resources.group(handle, detector, request.anomalyGroupId());
    String measure = request.metricName();
    AggregationFunction aggregation = aggregation(handle, group, measure);
    List<FoundSeries> all = Groups.series(handle, group);
    Page<Positions.Placed<FoundSeries>> page =
        surroundings
            .paging()
            .page(
                request,
                (after, most) -> Positions.from(all, after, most),
                Positions.Placed::position);
    GroupWindow window = GroupWindow.of(handle, group, measure, detector.interval(), all);
    return ListAnomalyGroupTimeSeriesResponse.builder()
        .anomalyGroupId(group.id())
        .metricName(measure)
        .timestampList(window.times().stream().map(TimestampText::write).toList())
        .timeSeriesList(
            page.items().stream()
                .map(Positions.Placed::item)
                .map(series -> timeSeries(handle, window, series, aggregation))
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  /** How the measure is combined; the group's own one is known even after the dataset changed. */
  private static AggregationFunction aggregation(Handle handle, FoundGroup group, String measure) {
    List<Metric> metrics =
        MetricSets.of(handle, group.detector())
            .map(entry -> entry.definition().metricList())
            .orElse(List.of());
    return metrics.stream()
        .filter(metric -> metric.metricName().equals(measure))
        .map(Metric::aggregationFunction)
        .findFirst()
        .orElseGet(
            () -> {
              if (measure.equals(group.measure())) {
                return AggregationFunction.SUM;
              }
              throw ApiError.validation(
                  "MetricName", "\"" + measure + "\" is no measure of the detector's dataset.");
            });
  }

  private static TimeSeries timeSeries(
      Handle handle, GroupWindow window, FoundSeries series, AggregationFunction aggregation) {
    return TimeSeries.builder()
        .timeSeriesId(TimeSeriesId.of(window.group().detector(), window.measure(), series.number()))
        .dimensionList(
            series.scope().values().entrySet().stream()
                .map(
                    value ->
                        DimensionNameValue.builder()
                            .dimensionName(value.getKey())
                            .dimensionValue(value.getValue())
                            .build())
                .toList())
        .metricValueList(window.values(handle, series, aggregation))
        .build();
  }
}
