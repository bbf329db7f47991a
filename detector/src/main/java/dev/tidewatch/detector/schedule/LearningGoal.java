package dev.tidewatch.detector.schedule;

import dev.tidewatch.metricset.interval.IntervalLength;

/** How much a detector has to see before it tells of anomalies (contract section 4.3). */
public final class LearningGoal {
  private static final int INTERVALS = 300;
  private static final int DAYS = 14;

  private LearningGoal() {}

  /** How many intervals with data. */
  public static int of(IntervalLength length) {
    return length == IntervalLength.P1D ? DAYS : INTERVALS;
  }
}
