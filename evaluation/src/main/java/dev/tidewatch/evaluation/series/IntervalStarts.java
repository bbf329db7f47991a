package dev.tidewatch.evaluation.series;

import java.time.Instant;

/** Gives every row of a file the interval it stands for. */
final class IntervalStarts {
  private IntervalStarts() {}

  /**
   * The interval a row's timestamp falls into. Where a row goes forward in time, but its interval
   * is taken already (timestamps that jitter), it gets the interval after the last one, so that it
   * is scored as well. Row i looks at rows up to i only.
   */
  static Instant[] of(long[] seconds, long interval) {
    Instant[] starts = new Instant[seconds.length];
    long lastStart = Long.MIN_VALUE;
    long lastSecond = Long.MIN_VALUE;
    for (int row = 0; row < seconds.length; row++) {
      long start = seconds[row] - Math.floorMod(seconds[row], interval);
      if (seconds[row] > lastSecond) {
        start = row == 0 ? start : Math.max(start, lastStart + interval);
        lastStart = start;
        lastSecond = seconds[row];
      }
      starts[row] = Instant.ofEpochSecond(start);
    }
    return starts;
  }
}
