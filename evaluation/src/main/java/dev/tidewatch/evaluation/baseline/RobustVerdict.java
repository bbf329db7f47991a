package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.Verdict;

/**
 * Distances from what was expected, in robust standard deviations.
 *
 * <p>An absolute z of 3.5 is the customary alarm (Iglewicz and Hoaglin, "How to Detect and Handle
 * Outliers", 1993); it is given severity 50.
 */
final class RobustVerdict {
  static final double ALARM = 3.5;

  /** Mean absolute deviation to standard deviation, for Gaussian noise: √(π/2). */
  static final double SIGMAS_PER_MEAN_DEVIATION = 1.2533;

  /** Median absolute deviation to standard deviation, for Gaussian noise. */
  static final double SIGMAS_PER_MEDIAN_DEVIATION = 1.4826;

  /** No scale is finer than a thousandth of the level: a constant has one, too. */
  private static final double FINEST = 1e-3;

  private RobustVerdict() {}

  static Verdict of(double value, double expected, double sigma) {
    double z = Math.abs(value - expected) / floored(sigma, expected);
    return new Verdict(z, Math.min(100, 50 * z / ALARM));
  }

  static double floored(double sigma, double level) {
    return Math.max(sigma, Math.max(FINEST * Math.abs(level), Double.MIN_NORMAL));
  }

  /** The value, or the end of the alarm band it lies beyond: what a method may learn from. */
  static double clipped(double value, double expected, double sigma) {
    double reach = ALARM * floored(sigma, expected);
    return Math.max(expected - reach, Math.min(expected + reach, value));
  }
}
