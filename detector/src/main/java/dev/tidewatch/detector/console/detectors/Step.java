package dev.tidewatch.detector.console.detectors;

import java.util.Locale;

/** What an admin can have a detector do. */
public enum Step {
  ACTIVATE(
      "ActivateAnomalyDetector",
      "Activate",
      "activates",
      "It reads the history there is, then every interval when its end and the offset are over. Until it has enough"
          + " intervals with data it learns and tells of nothing."),
  BACKTEST(
      "BackTestAnomalyDetector",
      "Run the backtest",
      "begins",
      "It reads its history once, learns from the oldest 70 % and scores the newest 30 %. Then it is complete; to run it"
          + " with other settings, make another detector."),
  DEACTIVATE(
      "DeactivateAnomalyDetector",
      "Deactivate",
      "stops",
      "It ends after the interval under way and reads no others; nobody is told of anything from then on. What it found"
          + " stays. Activated again, it learns anew from the history there is."),
  DELETE(
      "DeleteAnomalyDetector",
      "Delete",
      "is being deleted",
      "Its dataset, its alerts, all anomalies it found, their points and the feedback to them go with it. This cannot be"
          + " undone.");

  private final String operation;
  private final String label;
  private final String said;
  private final String consequences;

  Step(String operation, String label, String said, String consequences) {
    this.operation = operation;
    this.label = label;
    this.said = said;
    this.consequences = consequences;
  }

  /** The operation of the API that does it. */
  public String operation() {
    return operation;
  }

  public String label() {
    return label;
  }

  /** What the detector then does, as the end of a sentence. */
  String said() {
    return said;
  }

  public String consequences() {
    return consequences;
  }

  /** Behind a detector's URL. */
  public String path() {
    return this == BACKTEST ? "/run-backtest" : "/" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether something is lost by it. */
  public boolean dangerous() {
    return this == DELETE;
  }
}
