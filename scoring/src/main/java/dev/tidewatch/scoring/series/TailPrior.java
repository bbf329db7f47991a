package dev.tidewatch.scoring.series;

/**
 * What sizes a series is taken to have seen before its first value: six weeks of hours of Student's
 * t with three degrees of freedom, a heavy tail.
 */
final class TailPrior {
  static final double VALUES = 1000;

  private static final double SQRT_3 = StrictMath.sqrt(3);
  private static final double MEAN_ABSOLUTE_OF_T3 = 2 * SQRT_3 / StrictMath.PI;

  /**
   * That belief halves by the time so many days are remembered, at an age of 12 days, and is down
   * to a tenth in a month: later a series that is not heavy must not be held for it.
   */
  private static final double DAYS = 10;

  /** And no sooner than so many values are: daily values take most of a year to be believed. */
  private static final double OUTLIVED = 240;

  private static final double[] COUNTS = new double[SizeBins.COUNT];

  static {
    for (int i = 0; i < SizeBins.COUNT; i++) {
      COUNTS[i] =
          VALUES
              * ((i == 0 ? 1 : studentThree(SizeBins.edge(i)))
                  - (i == SizeBins.COUNT - 1 ? 0 : studentThree(SizeBins.edge(i + 1))));
    }
  }

  private TailPrior() {}

  /** How many of its values are of that size. */
  static double count(int bin) {
    return COUNTS[bin];
  }

  /** How much it still counts, from 1 to 0, once so many values are remembered. */
  static double weight(double remembered, double daysPerValue) {
    double halves = remembered / Math.max(DAYS / daysPerValue, OUTLIVED);
    return 1 / (1 + halves * halves * halves * halves);
  }

  /**
   * Two-sided tail of Student's t with three degrees of freedom, of a size in mean absolute errors.
   */
  private static double studentThree(double size) {
    double t = size * MEAN_ABSOLUTE_OF_T3;
    double u = t / SQRT_3;
    return Math.max(1e-300, 1 - 2 / StrictMath.PI * (StrictMath.atan(u) + u / (1 + u * u)));
  }
}
