package dev.tidewatch.detector.alerting.message;

/** Severities in words, the least first. */
public enum SeverityClass {
  NONE(0),
  WARNING(3),
  MINOR(25),
  MAJOR(50),
  CRITICAL(75);

  private final double least;

  SeverityClass(double least) {
    this.least = least;
  }

  /** The class of a severity, 0 to 100. */
  public static SeverityClass of(double severity) {
    SeverityClass found = NONE;
    for (SeverityClass each : values()) {
      if (severity >= each.least) {
        found = each;
      }
    }
    return found;
  }

  /** As it is told: {@code critical}. */
  public String word() {
    return switch (this) {
      case NONE -> "none";
      case WARNING -> "warning";
      case MINOR -> "minor";
      case MAJOR -> "major";
      case CRITICAL -> "critical";
    };
  }
}
