package dev.tidewatch.detector.alerting.message;

import java.util.Locale;

/** Severity as people are told: its class and a whole number. */
final class SeverityWords {
  private SeverityWords() {}

  /** {@code CRITICAL 91}. */
  static String of(ToldAnomaly anomaly) {
    return word(anomaly) + " " + (int) Math.floor(anomaly.severity());
  }

  /** {@code CRITICAL}. */
  static String word(ToldAnomaly anomaly) {
    return anomaly.severityClass().word().toUpperCase(Locale.ROOT);
  }
}
