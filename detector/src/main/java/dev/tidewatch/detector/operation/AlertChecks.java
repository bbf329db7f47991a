package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/** What an alert's target and filters have to be (contract section 7.1). */
final class AlertChecks {
  private AlertChecks() {}

  /** The action with what it left open filled in. */
  static Action action(Action action) {
    boolean sns = action.snsConfiguration() != null;
    boolean lambda = action.lambdaConfiguration() != null;
    if (sns == lambda) {
      throw ApiError.validation(
          "Action",
          "must have exactly one of SNSConfiguration and LambdaConfiguration, not "
              + (sns ? "both." : "none."));
    }
    return sns && action.snsConfiguration().snsFormat() == null
        ? action.toBuilder()
            .snsConfiguration(
                action.snsConfiguration().toBuilder().snsFormat(SnsFormat.JSON).build())
            .build()
        : action;
  }

  /** The filters, if they filter by anything, held against the detector's dataset. */
  static @Nullable AlertFilters filters(
      Handle handle, long detectorId, @Nullable AlertFilters filters) {
    if (filters == null
        || (filters.metricList().isEmpty() && filters.dimensionFilterList().isEmpty())) {
      return null;
    }
    filters.dimensionFilterList().forEach(AlertChecks::checkComplete);
    Optional<MetricSetEntry> dataset = MetricSets.of(handle, detectorId);
    if (dataset.isEmpty()) {
      throw ApiError.validation(
          "AlertFilters", "the detector has no dataset yet, so there is nothing to filter by.");
    }
    List<String> missing = missing(filters, dataset.get().definition());
    if (!missing.isEmpty()) {
      throw ApiError.validation(
          "AlertFilters",
          "the dataset %s has no %s."
              .formatted(dataset.get().name(), String.join(", no ", missing)));
    }
    return filters;
  }

  private static void checkComplete(DimensionFilter filter) {
    if (filter.dimensionName() == null || filter.dimensionValueList().isEmpty()) {
      throw ApiError.validation(
          "AlertFilters.DimensionFilterList",
          "each filter needs DimensionName and DimensionValueList.");
    }
  }

  /** What a dataset lacks of that which filters name. */
  static List<String> missing(AlertFilters filters, CreateMetricSetRequest dataset) {
    Set<String> measures =
        dataset.metricList().stream().map(Metric::metricName).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    filters.metricList().stream()
        .filter(name -> !measures.contains(name))
        .forEach(name -> missing.add("measure " + name));
    filters.dimensionFilterList().stream()
        .map(DimensionFilter::dimensionName)
        .filter(name -> !dataset.dimensionList().contains(name))
        .forEach(name -> missing.add("dimension " + name));
    return missing;
  }
}
