package dev.tidewatch.scoring.series;

/**
 * How unusual a value is in itself, whatever was expected. An error that leads where the series
 * hardly ever was tells more than one of the same size that leads to a value seen every day. Errors
 * are weighted by it before their rarity is judged, so the tail learns the weighted ones and the
 * promise of severity is kept by the same count as without.
 *
 * <p>The distance from the long mean is measured in mean distances of that side, so that a skewed
 * series is not always novel on its long side. A value is no news where an expected one lies as far
 * out: the peak of each day is not.
 */
final class Novelty {
  /**
   * Of Gaussian values, 9 of 10 lie within so many mean distances. The weight has come to its end
   * there, so that it does not bend the tail, which is fitted to the values beyond.
   */
  private static final double RANGE = 2;

  /** Below that part of the range all values are alike. */
  private static final double MIDDLE = 0.3;

  /** Twice as far out counts in full, more does not: one absurd value is told anyway. */
  private static final double MOST = 2;

  /** Twice as far out makes the error a tenth larger, half as far a tenth smaller. */
  private static final double POWER = 0.15;

  private static final double LEAST_VALUES = 100;
  private static final double SEASONS = 14;

  private final int mean;
  private final int above;
  private final int below;
  private final double rate;

  Novelty(Layout layout, int valuesPerSeason) {
    this.mean = layout.reserve(1);
    this.above = layout.reserve(1);
    this.below = layout.reserve(1);
    this.rate = 1 / Math.max(LEAST_VALUES, SEASONS * valuesPerSeason);
  }

  /** By how much an error counts for more: 0.9 to 1.11, 1 while nothing is known. */
  double weight(float[] memory, int series, double value, double expected) {
    double reached = distance(memory, series, value);
    double known = distance(memory, series, expected);
    if (Double.isNaN(reached) || Double.isNaN(known)) {
      return 1;
    }
    double farther = Math.max(MIDDLE, reached) / Math.max(MIDDLE, known);
    return StrictMath.pow(Math.max(1 / MOST, Math.min(MOST, farther)), POWER);
  }

  /** From the long mean, in ranges of that side; NaN while that side was not seen. */
  private double distance(float[] memory, int series, double value) {
    double away = value - memory[series + mean];
    double usual = memory[series + (away > 0 ? above : below)];
    return usual > 0 ? Math.abs(away) / (RANGE * usual) : Double.NaN;
  }

  /**
   * @param value clipped to what is credible
   * @param seen how many values were learnt before
   */
  void learn(float[] memory, int series, double value, double seen) {
    double old = memory[series + mean];
    if (Double.isNaN(old)) {
      memory[series + mean] = (float) value;
      return;
    }
    double step = Math.max(rate, 1 / (seen + 1));
    double away = value - old;
    int side = series + (away > 0 ? above : below);
    double usual = Float.isNaN(memory[side]) ? Math.abs(away) : memory[side];
    memory[side] = (float) (usual + step * (Math.abs(away) - usual));
    memory[series + mean] = (float) (old + step * away);
  }
}
