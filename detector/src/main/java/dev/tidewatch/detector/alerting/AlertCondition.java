package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.AlertEntry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;

/**
 * Which groups an alert tells of (contract section 7.1), whoever is told.
 *
 * @param threshold the least severity, 0 to 100
 * @param measures it tells of; empty: all
 * @param filters all of which a group has to pass
 */
public record AlertCondition(
    double threshold, Set<String> measures, List<DimensionFilter> filters) {
  public AlertCondition {
    measures = Set.copyOf(measures);
    filters = List.copyOf(filters);
  }

  /** Of every measure and value. */
  public static AlertCondition from(double threshold) {
    return new AlertCondition(threshold, Set.of(), List.of());
  }

  /** As users declared it. */
  public static AlertCondition of(AlertEntry alert) {
    @Nullable AlertFilters declared = alert.filters();
    AlertFilters filters = declared == null ? AlertFilters.builder().build() : declared;
    return new AlertCondition(
        alert.threshold(),
        Set.copyOf(filters.metricList()),
        filters.dimensionFilterList().stream()
            .map(each -> new DimensionFilter(each.dimensionName(), each.dimensionValueList()))
            .toList());
  }

  public AlertCondition withThreshold(double other) {
    return new AlertCondition(other, measures, filters);
  }

  /** Whether people are to be told of a group as it is now. */
  public boolean meets(GroupChange change) {
    return change.after().told() >= threshold
        && (measures.isEmpty() || measures.contains(change.after().measure()))
        && filters.stream().allMatch(filter -> filter.concerns(change));
  }
}
