package dev.tidewatch.evaluation.speed;

import dev.tidewatch.generator.series.CounterRandom;
import java.time.Duration;

/** Values of any number of series every five minutes: a day, some noise, a spike now and then. */
final class Load {
  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final long BEGIN = 1_767_571_200L; // 2026-01-05, a Monday
  private static final int SLOTS = 288;
  private static final int SPIKE_EVERY = 1_009;

  private final CounterRandom noise = CounterRandom.of(7);
  private final double[] day = new double[SLOTS];

  Load() {
    for (int slot = 0; slot < SLOTS; slot++) {
      day[slot] = 100 + 60 * StrictMath.cos(2 * StrictMath.PI * slot / SLOTS);
    }
  }

  static long second(int interval) {
    return BEGIN + interval * INTERVAL.toSeconds();
  }

  double value(int series, int interval) {
    long key = 31L * interval + 7_919L * series;
    double size = key % SPIKE_EVERY == 0 ? 3 : 1;
    return size * (day[(interval + series) % SLOTS] + 5 * noise.bell(key));
  }

  /** Of the first so many series in one interval. */
  void fill(double[] values, int interval) {
    for (int series = 0; series < values.length; series++) {
      values[series] = value(series, interval);
    }
  }
}
