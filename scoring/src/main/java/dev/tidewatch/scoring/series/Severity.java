package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * Severity 0 to 100 is a promise about time: 50 is what a healthy series shows once in two days on
 * average, and every 20 points more are seven times rarer (70: two weeks, 90: a hundred days).
 */
public final class Severity {
  private static final double FIFTY = StrictMath.log10(2.0 * 86_400);
  private static final double POINTS_PER_DECADE = 40 / StrictMath.log10(50);

  private Severity() {}

  /**
   * @param score log10 of the return period in seconds
   */
  public static double of(double score) {
    return Math.max(0, Math.min(100, 50 + POINTS_PER_DECADE * (score - FIFTY)));
  }

  /** How long a healthy series takes on average to show this severity once. */
  public static Duration returnPeriod(double severity) {
    return Duration.ofMillis(
        (long) (1000 * StrictMath.pow(10, FIFTY + (severity - 50) / POINTS_PER_DECADE)));
  }
}
