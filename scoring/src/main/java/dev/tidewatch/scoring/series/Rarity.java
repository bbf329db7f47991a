package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * Makes a score of a statistic from elsewhere, so that it compares with {@link PointScore#score}:
 * learns how large the statistic becomes on this series.
 */
public final class Rarity {
  private final long interval;
  private final BlockMaxima maxima;
  private final float[] memory;

  /**
   * @param interval how far apart the values are
   * @param horizon for about so many values in a row the statistic hangs together
   */
  public Rarity(Duration interval, int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("a horizon is at least 1 value, not " + horizon);
    }
    Layout layout = new Layout();
    this.interval = interval.toSeconds();
    this.maxima = new BlockMaxima(layout, horizon);
    this.memory = new float[layout.size()];
    maxima.begin(memory, 0);
  }

  /**
   * Takes in how large the statistic is now.
   *
   * @param size in units of its usual size, 0 and more
   * @return log10 of the return period in seconds, 0 for what is usual
   */
  public double score(double size) {
    double period = size > BlockMaxima.USUAL ? maxima.period(memory, 0, size) : 0;
    maxima.learn(memory, 0, size);
    return StrictMath.log10(Math.max(1, interval * period));
  }
}
