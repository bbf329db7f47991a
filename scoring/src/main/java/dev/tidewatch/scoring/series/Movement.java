package dev.tidewatch.scoring.series;

/**
 * How often a series moves at all. A series that stands still for most of the time (a count that is
 * nearly always zero) shows little of itself: what it does in its few moves is its nature, and how
 * rare its first moves are nobody can know.
 */
final class Movement {
  /** A step of less than that part of the plain mean error is none. */
  private static final double LEAST_STEP = 0.1;

  /** Whoever moves at every other value is as lively as a series can be. */
  private static final double LIVELY = 0.5;

  /** Before its first value a series is taken to have moved ten times in ten values. */
  private static final double PRIOR_VALUES = 10;

  private final int moves;
  private final double rate;

  /**
   * @param rate weight of the newest value, 0 to 1
   */
  Movement(Layout layout, double rate) {
    this.moves = layout.reserve(1);
    this.rate = rate;
  }

  void begin(float[] memory, int series) {
    memory[series + moves] = 1;
  }

  /** From 0, it stands still, to 1, it moves at least at every other value. */
  double liveliness(float[] memory, int series) {
    return Math.min(1, memory[series + moves] / LIVELY);
  }

  /**
   * No move of a still series is rarer than its past is long: one that stood still for a month may
   * well move once a month.
   *
   * @param seen how many values were learnt
   */
  double leastProbability(float[] memory, int series, double seen) {
    return (1 - liveliness(memory, series)) / (seen + 1);
  }

  /**
   * @param step from the last value to this one, 0 or more
   * @param meanError the plain mean error of the series
   */
  void learn(float[] memory, int series, double step, double meanError, double seen) {
    double moved = step > LEAST_STEP * meanError ? 1 : 0;
    double old = memory[series + moves];
    memory[series + moves] =
        (float) (old + Math.max(rate, 1 / (seen + PRIOR_VALUES)) * (moved - old));
  }
}
