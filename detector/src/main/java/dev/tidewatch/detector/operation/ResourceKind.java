package dev.tidewatch.detector.operation;

/** What errors call a resource: the kind its ARN says. */
final class ResourceKind {
  static final String DETECTOR = "AnomalyDetector";
  static final String METRIC_SET = "MetricSet";
  static final String ALERT = "Alert";
  static final String GROUP = "AnomalyGroup";
  static final String TIME_SERIES = "TimeSeries";

  private ResourceKind() {}
}
