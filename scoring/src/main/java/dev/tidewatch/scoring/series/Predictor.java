package dev.tidewatch.scoring.series;

/**
 * One way to say what the next value will be; keeps its numbers in the series' stretch of memory.
 */
interface Predictor {
  /** The next value, NaN while it cannot know. */
  double predict(float[] memory, int series, Calendar now);

  /**
   * @param value the value, clipped to what is credible
   * @param seen how many values were learnt before
   */
  void learn(float[] memory, int series, Calendar now, double value, double seen);
}
