package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.Change;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetRequest;

/**
 * Changes a dataset's definition as far as its detector's state allows (contract section 4.2). A
 * member that says what is so already, is no change.
 */
final class MetricSetChange {
  private final ResourceNames names;
  private final DatasetChecks datasets;

  MetricSetChange(ResourceNames names, DatasetChecks datasets) {
    this.names = names;
    this.datasets = datasets;
  }

  CreateMetricSetRequest apply(
      Handle handle, MetricSetEntry entry, UpdateMetricSetRequest request) {
    CreateMetricSetRequest before = entry.definition();
    CreateMetricSetRequest after = merged(before, request);
    Detector detector = Detectors.find(handle, entry.detectorId()).orElseThrow();
    for (Change change : changes(before, after)) {
      LifeCycle.against(detector, change)
          .ifPresent(
              refusal -> {
                throw Refusals.error(refusal, names.detector(detector.name()));
              });
    }
    datasets.checkQuotas(after, request.metricSetArn());
    datasets.check(detector.interval(), after);
    checkAlerts(Alerts.of(handle, detector.id()), after);
    return after;
  }

  private static List<Change> changes(CreateMetricSetRequest before, CreateMetricSetRequest after) {
    List<Change> changes = new ArrayList<>();
    if (!Objects.equals(before.metricSetDescription(), after.metricSetDescription())) {
      changes.add(Change.METRIC_SET_DESCRIPTION);
    }
    if (!Objects.equals(before.offset(), after.offset())) {
      changes.add(Change.OFFSET);
    }
    if (!rest(before).equals(rest(after))) {
      changes.add(Change.METRIC_SET_DEFINITION);
    }
    return changes;
  }

  private static CreateMetricSetRequest rest(CreateMetricSetRequest definition) {
    return definition.toBuilder().metricSetDescription(null).offset(null).build();
  }

  private static CreateMetricSetRequest merged(
      CreateMetricSetRequest before, UpdateMetricSetRequest request) {
    CreateMetricSetRequest.Builder after = before.toBuilder();
    if (request.metricSetDescription() != null) {
      after.metricSetDescription(request.metricSetDescription());
    }
    if (request.hasMetricList()) {
      after.metricList(request.metricList());
    }
    if (request.offset() != null) {
      after.offset(request.offset());
    }
    if (request.timestampColumn() != null) {
      after.timestampColumn(request.timestampColumn());
    }
    if (request.hasDimensionList()) {
      after.dimensionList(request.dimensionList());
    }
    if (request.metricSetFrequencyAsString() != null) {
      after.metricSetFrequency(request.metricSetFrequencyAsString());
    }
    if (request.metricSource() != null) {
      after.metricSource(request.metricSource());
    }
    if (request.hasDimensionFilterList()) {
      after.dimensionFilterList(request.dimensionFilterList());
    }
    return after.build();
  }

  private static void checkAlerts(List<AlertEntry> alerts, CreateMetricSetRequest after) {
    for (AlertEntry alert : alerts) {
      AlertFilters filters = alert.filters();
      if (filters != null) {
        List<String> missing = AlertChecks.missing(filters, after);
        if (!missing.isEmpty()) {
          throw Refusals.wrong(
              "the alert %s filters by %s: update or delete it first"
                  .formatted(alert.name(), String.join(", ", missing)));
        }
      }
    }
  }
}
