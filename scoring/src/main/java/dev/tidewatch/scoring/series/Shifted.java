package dev.tidewatch.scoring.series;

/** A season's shape, moved up or down by as much as the last values lay above or below it. */
abstract class Shifted implements Predictor {
  private final int offset;
  private final double rate;

  Shifted(Layout layout, double rate) {
    this.offset = layout.reserve(1);
    this.rate = rate;
  }

  /** What the season alone says, NaN while it cannot know. */
  abstract double shape(float[] memory, int series, Calendar now);

  void learnShape(float[] memory, int series, Calendar now, double value, double seen) {}

  @Override
  public final double predict(float[] memory, int series, Calendar now) {
    double shape = shape(memory, series, now);
    double moved = memory[series + offset];
    return Double.isNaN(moved) ? shape : shape + moved;
  }

  @Override
  public final void learn(float[] memory, int series, Calendar now, double value, double seen) {
    double shape = shape(memory, series, now);
    if (!Double.isNaN(shape)) {
      double old = memory[series + offset];
      memory[series + offset] =
          (float) (Double.isNaN(old) ? 0 : old + rate * (value - shape - old));
    }
    learnShape(memory, series, now, value, seen);
  }
}
