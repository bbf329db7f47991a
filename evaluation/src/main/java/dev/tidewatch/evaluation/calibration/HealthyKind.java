package dev.tidewatch.evaluation.calibration;

import java.time.Duration;

/** A kind of series nothing is wrong with: as many of them as one wants, always the same. */
interface HealthyKind {
  /** What tables call it. */
  String label();

  /**
   * @param number which of the series, from 0: the same number is the same series
   * @param interval how far apart its values are
   */
  HealthySignal signal(int number, Duration interval);
}
