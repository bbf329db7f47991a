package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceName;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.wire.ApiError;
import org.jdbi.v3.core.Handle;

/**
 * Finds what requests name. What is of another region or account, of another kind, or gone, is not
 * found (contract section 12).
 */
final class Resources {
  private final ResourceNames names;

  Resources(ResourceNames names) {
    this.names = names;
  }

  Detector detector(Handle handle, String arn) {
    return names
        .detectorName(arn)
        .flatMap(name -> Detectors.find(handle, name))
        .orElseThrow(() -> ApiError.notFound(ResourceKind.DETECTOR, arn));
  }

  MetricSetEntry metricSet(Handle handle, String arn) {
    return names
        .metricSetName(arn)
        .flatMap(name -> MetricSets.find(handle, name))
        .orElseThrow(() -> ApiError.notFound(ResourceKind.METRIC_SET, arn));
  }

  AlertEntry alert(Handle handle, String arn) {
    return names
        .alertName(arn)
        .flatMap(name -> Alerts.find(handle, name))
        .orElseThrow(() -> ApiError.notFound(ResourceKind.ALERT, arn));
  }

  FoundGroup group(Handle handle, Detector detector, String id) {
    return Groups.find(handle, detector.id(), id)
        .orElseThrow(() -> ApiError.notFound(ResourceKind.GROUP, id));
  }

  /** Passes an ARN of any kind that has tags, if there is such a thing. */
  void require(Handle handle, String arn) {
    ResourceName name = names.parse(arn).orElseThrow(() -> ApiError.notFound("resource", arn));
    if (name instanceof ResourceName.OfDetector) {
      detector(handle, arn);
    } else if (name instanceof ResourceName.OfMetricSet) {
      metricSet(handle, arn);
    } else {
      alert(handle, arn);
    }
  }
}
