package dev.tidewatch.detector.catalog;

/** What a user may want to change of what was declared (contract section 4.2). */
public enum Change {
  DETECTOR_DESCRIPTION("the description"),
  INTERVAL("AnomalyDetectorConfig"),
  KMS_KEY("KmsKeyArn"),
  METRIC_SET_DESCRIPTION("the description"),
  OFFSET("Offset"),
  /** Anything else of a dataset. */
  METRIC_SET_DEFINITION("the dataset"),
  ALERT("an alert");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether it does not touch how the detector works. */
  boolean harmless() {
    return switch (this) {
      case DETECTOR_DESCRIPTION, METRIC_SET_DESCRIPTION, OFFSET, ALERT -> true;
      case INTERVAL, KMS_KEY, METRIC_SET_DEFINITION -> false;
    };
  }
}
