package dev.tidewatch.detector.console.web;

/** The parts of the console, as its navigation lists them. */
public enum Place {
  OVERVIEW("Anomalies", "/"),
  DETECTORS("Detectors", "/detectors"),
  ALERTS("Alerts", "/alerts"),
  EVENTS("Events", "/events"),
  BACKTEST("Backtest", "/backtest"),
  FEEDBACK("Feedback", "/feedback"),
  SYSTEM("System", "/system"),
  /** Where nobody is in particular: signing in, errors. */
  NOWHERE("", "");

  private final String label;
  private final String path;

  Place(String label, String path) {
    this.label = label;
    this.path = path;
  }

  public String label() {
    return label;
  }

  public String path() {
    return path;
  }
}
