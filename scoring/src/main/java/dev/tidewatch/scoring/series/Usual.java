package dev.tidewatch.scoring.series;

/** The usual size of something: its mean, slowly followed, hardly moved by a single large one. */
final class Usual {
  private static final double MOST = 5;

  private final int mean;
  private final double rate;

  Usual(Layout layout, double rate) {
    this.mean = layout.reserve(1);
    this.rate = rate;
  }

  /** NaN while nothing was seen. */
  double size(float[] memory, int series) {
    return memory[series + mean];
  }

  /**
   * @param seen how many were learnt before
   */
  void learn(float[] memory, int series, double size, double seen) {
    double old = memory[series + mean];
    double step = Math.max(rate, 1 / (seen + 1));
    double credible = old > 0 ? Math.min(size, MOST * old) : size;
    memory[series + mean] = (float) (Double.isNaN(old) ? size : old + step * (credible - old));
  }
}
