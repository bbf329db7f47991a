package dev.tidewatch.scoring.series;

/**
 * The scale on which sizes are counted: in mean errors, from 1 to some 20,000 in steps of a sixth.
 */
final class SizeBins {
  static final int COUNT = 64;

  private static final double RATIO = 1.17;
  private static final double LOG_RATIO = StrictMath.log(RATIO);

  /** Sizes beyond count as this. */
  static final double LARGEST = StrictMath.pow(RATIO, COUNT - 1);

  private static final double[] EDGES = new double[COUNT + 1];

  static {
    for (int i = 0; i <= COUNT; i++) {
      EDGES[i] = StrictMath.exp(i * LOG_RATIO);
    }
  }

  private SizeBins() {}

  /** The bin of a size: the lowest has no lower edge, the highest no upper one. */
  static int of(double size) {
    if (size < RATIO) {
      return 0;
    }
    return (int) Math.min(COUNT - 1, StrictMath.log(size) / LOG_RATIO);
  }

  /**
   * The lower edge of a bin; that of the first one after the last is the upper edge of the last.
   */
  static double edge(int bin) {
    return EDGES[bin];
  }

  /** How many bins, rounded towards 0, a size moves up when it is multiplied by that. */
  static int steps(double factor) {
    return (int) (StrictMath.log(factor) / LOG_RATIO);
  }

  /** What is left of a scatter when sizes relative to it have moved up by so many bins. */
  static double lowered(double scatter, int steps) {
    return scatter * StrictMath.exp(-steps * LOG_RATIO);
  }
}
