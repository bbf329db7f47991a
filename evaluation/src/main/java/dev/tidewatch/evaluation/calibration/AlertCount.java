package dev.tidewatch.evaluation.calibration;

import java.util.Arrays;

/**
 * Counts alerts at several severities: a run of intervals at least so severe, joined over up to
 * three quieter ones, is one alert.
 */
final class AlertCount {
  /** Quieter intervals an alert outlasts. */
  static final int JOINED_OVER = 3;

  private final int[] severities;
  private final long[] alerts;
  private final int[] quietFor;
  private long intervals;

  AlertCount(int... severities) {
    this.severities = severities.clone();
    this.alerts = new long[severities.length];
    this.quietFor = new int[severities.length];
    begin();
  }

  /** Another series begins, or this one goes on after a stretch that is left out. */
  void begin() {
    Arrays.fill(quietFor, JOINED_OVER + 1);
  }

  /** Takes in the next interval; counts it unless it is only here to know what goes on. */
  void add(double severity, boolean counted) {
    intervals += counted ? 1 : 0;
    for (int i = 0; i < severities.length; i++) {
      if (severity < severities[i]) {
        quietFor[i] = Math.min(JOINED_OVER + 1, quietFor[i] + 1);
        continue;
      }
      if (quietFor[i] > JOINED_OVER && counted) {
        alerts[i]++;
      }
      quietFor[i] = 0;
    }
  }

  long alerts(int index) {
    return alerts[index];
  }

  /** Intervals that were counted. */
  long intervals() {
    return intervals;
  }
}
