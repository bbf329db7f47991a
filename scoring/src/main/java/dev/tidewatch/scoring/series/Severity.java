package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * Severity 0 to 100 is an estimate in time: how long a healthy series takes on average to show
 * something so unusual. 30 is a day, 50 ten days, 70 a hundred, 90 a thousand: every 20 points are
 * ten times rarer. Heavy noise keeps to it about; light noise alerts far more rarely; sparse counts
 * every minute alert more often.
 *
 * <p>Who watches many series has each of them speak up more rarely: with n series every period is
 * longer by the square root of n. At 50, one series alerts once in ten days, 10,000 series together
 * 100 times as often, each once in a thousand days. Full compensation (n) would make a large cube
 * deaf, none would drown its reader.
 */
public final class Severity {
  private static final double FIFTY = StrictMath.log10(10 * 86_400.0);
  private static final double POINTS_PER_DECADE = 20;

  private Severity() {}

  /**
   * Of a series watched alone.
   *
   * @param score log10 of the return period in seconds
   */
  public static double of(double score) {
    return of(score, 1);
  }

  /**
   * @param score log10 of the return period in seconds
   * @param watched how many series are watched together, 1 or more
   */
  public static double of(double score, int watched) {
    double severity = 50 + POINTS_PER_DECADE * (score - penalty(watched) - FIFTY);
    return Math.max(0, Math.min(100, severity));
  }

  /** How long a healthy series, watched alone, takes on average to show this severity once. */
  public static Duration returnPeriod(double severity) {
    return returnPeriod(severity, 1);
  }

  /** How long each of so many healthy series takes on average to show this severity once. */
  public static Duration returnPeriod(double severity, int watched) {
    double score = FIFTY + (severity - 50) / POINTS_PER_DECADE + penalty(watched);
    return Duration.ofMillis((long) (1000 * StrictMath.pow(10, score)));
  }

  private static double penalty(int watched) {
    return 0.5 * StrictMath.log10(Math.max(1, watched));
  }
}
