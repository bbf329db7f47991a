package dev.tidewatch.scoring.series;

/**
 * The plain mean error, not clipped: what the errors of a series amount to that is silent for most
 * of the time. A size never met before is believed only when it comes a second time, so that one
 * absurd value does not make the series deaf.
 */
final class Surprise {
  private static final double BELIEVED = 10;

  private final int mean;
  private final int largest;
  private final int inRun;
  private final double rate;

  Surprise(Layout layout, double rate) {
    this.mean = layout.reserve(1);
    this.largest = layout.reserve(1);
    this.inRun = layout.reserve(1);
    this.rate = rate;
  }

  void begin(float[] memory, int series) {
    memory[series + mean] = 0;
    memory[series + largest] = 0;
    memory[series + inRun] = 0;
  }

  double mean(float[] memory, int series) {
    return memory[series + mean];
  }

  void learn(float[] memory, int series, double error, double seen) {
    double most = memory[series + largest];
    double believed = Math.min(error, most);
    double old = memory[series + mean];
    memory[series + mean] = (float) (old + Math.max(rate, 1 / (seen + 1)) * (believed - old));
    boolean above = error > most;
    if (above && memory[series + inRun] == 0) {
      memory[series + largest] = (float) (most == 0 ? error : Math.min(error, BELIEVED * most));
    }
    memory[series + inRun] = above ? 1 : 0;
  }
}
