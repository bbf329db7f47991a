package dev.tidewatch.scoring.series;

/** An exponentially weighted mean: the next value is like the last ones. */
final class Level implements Predictor {
  private final int mean;
  private final double rate;

  /**
   * @param rate weight of the newest value, 0 to 1
   */
  Level(Layout layout, double rate) {
    this.mean = layout.reserve(1);
    this.rate = rate;
  }

  @Override
  public double predict(float[] memory, int series, Calendar now) {
    return memory[series + mean];
  }

  @Override
  public void learn(float[] memory, int series, Calendar now, double value, double seen) {
    double old = memory[series + mean];
    double step = Math.max(rate, 1 / (seen + 1));
    memory[series + mean] = (float) (Double.isNaN(old) ? value : old + step * (value - old));
  }
}
