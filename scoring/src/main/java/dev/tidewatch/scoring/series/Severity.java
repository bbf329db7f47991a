package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * Severity 0 to 100 is an estimate in time: how long a healthy series takes on average to show
 * something so unusual. 50 is two weeks, and every 20 points are ten times rarer: 30 is a day and a
 * half, 70 twenty weeks, 90 four years. Promised within about a factor of two at 30 once a series
 * is four weeks old. Light noise (Gaussian, large counts) alerts a third as often at 50 and hardly
 * ever at 70 and 90: that a series will stay as regular as it was is the one thing its past cannot
 * prove.
 *
 * <p>Who watches many series has each of them speak up more rarely: with n series every period is
 * longer by the square root of n. At 50, one series alerts once in two weeks, 10,000 series
 * together 100 times as often, each once in four years. Full compensation (n) would make a large
 * cube deaf, none would drown its reader.
 */
public final class Severity {
  private static final double FIFTY = StrictMath.log10(14 * 86_400.0);
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
    return rarerThanFifty(score - penalty(watched) - FIFTY);
  }

  /**
   * The scale itself, whatever 50 stands for.
   *
   * @param decades by how many powers of ten something is rarer than what has severity 50
   * @return 0 to 100
   */
  public static double rarerThanFifty(double decades) {
    return Math.max(0, Math.min(100, 50 + POINTS_PER_DECADE * decades));
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

  /** By how many powers of ten each of so many series speaks up more rarely than one alone. */
  public static double penalty(int watched) {
    return watched <= 1 ? 0 : 0.5 * StrictMath.log10(watched);
  }
}
