package dev.tidewatch.generator.timeline;

import java.time.Duration;

/**
 * The instants at which series have records: multiples of one length since the epoch, whenever a
 * run starts.
 *
 * @param length the distance of two records of one series
 * @param spread whether the series take turns within a tick, evenly, rather than all reporting at
 *     its start
 */
public record Ticks(Duration length, boolean spread) {
  private static final Duration SHORTEST = Duration.ofNanos(1_000);
  private static final Duration LONGEST = Duration.ofDays(366);

  public Ticks {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "records of one series are a microsecond to a year apart, not " + length);
    }
  }

  /** Every series at every multiple of the length. */
  public static Ticks every(Duration length) {
    return new Ticks(length, false);
  }

  /**
   * So many records a second from all series together, which take turns.
   *
   * @throws IllegalArgumentException when the rate is not above 0, or too high or low to keep
   */
  public static Ticks ofRate(double recordsPerSecond, int series) {
    if (!(recordsPerSecond > 0)) {
      throw new IllegalArgumentException("a rate is above 0, not " + recordsPerSecond);
    }
    double nanos = series * 1e9 / recordsPerSecond;
    if (nanos > LONGEST.toNanos()) {
      throw new IllegalArgumentException("a rate of " + recordsPerSecond + "/s is too low to keep");
    }
    return new Ticks(Duration.ofNanos(Math.round(nanos)), true);
  }

  /** The start of the tick that contains the instant. */
  public long startOf(long epochNanos) {
    return epochNanos - Math.floorMod(epochNanos, length.toNanos());
  }

  /** How long after the tick's start the series has its record. */
  public long offset(int series, int ofSeries) {
    return spread ? (long) ((double) length.toNanos() * series / ofSeries) : 0;
  }
}
