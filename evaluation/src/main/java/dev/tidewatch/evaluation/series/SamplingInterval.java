package dev.tidewatch.evaluation.series;

import java.time.Duration;
import java.util.Arrays;

/** Finds out how far apart the rows of a file are. */
final class SamplingInterval {
  private static final long MINUTE = 60;
  private static final long DAY = 86_400;

  private SamplingInterval() {}

  /**
   * The median step forward, rounded to the nearest whole number of minutes that divides the day.
   * One row, or none that goes forward: a day.
   */
  static Duration of(long[] seconds) {
    long[] steps = new long[seconds.length];
    int count = 0;
    for (int row = 1; row < seconds.length; row++) {
      if (seconds[row] > seconds[row - 1]) {
        steps[count++] = seconds[row] - seconds[row - 1];
      }
    }
    if (count == 0) {
      return Duration.ofDays(1);
    }
    Arrays.sort(steps, 0, count);
    return Duration.ofSeconds(nearest(steps[(count - 1) / 2]));
  }

  private static long nearest(long step) {
    long best = MINUTE;
    for (long length = MINUTE; length <= DAY; length += MINUTE) {
      if (DAY % length == 0 && Math.abs(length - step) < Math.abs(best - step)) {
        best = length;
      }
    }
    return best;
  }
}
