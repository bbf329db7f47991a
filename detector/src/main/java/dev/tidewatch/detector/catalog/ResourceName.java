package dev.tidewatch.detector.catalog;

/** What an ARN of this account names. */
public sealed interface ResourceName {
  /** A detector. */
  record OfDetector(String detector) implements ResourceName {}

  /** A dataset of a detector. */
  record OfMetricSet(String detector, String metricSet) implements ResourceName {}

  /** An alert; its name is unique across detectors. */
  record OfAlert(String alert) implements ResourceName {}
}
