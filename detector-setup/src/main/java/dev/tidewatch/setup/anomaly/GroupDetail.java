package dev.tidewatch.setup.anomaly;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/**
 * Everything about one anomaly group.
 *
 * @param group what, when, how bad, and where
 * @param timestamps the intervals of the series' values
 * @param series the anomalous series, the most severe first
 * @param related causes and effects
 */
public record GroupDetail(
    AnomalyGroup group,
    List<String> timestamps,
    List<TimeSeries> series,
    List<InterMetricImpactDetails> related) {
  public GroupDetail {
    timestamps = List.copyOf(timestamps);
    series = List.copyOf(series);
    related = List.copyOf(related);
  }
}
