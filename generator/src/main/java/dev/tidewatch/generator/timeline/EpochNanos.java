package dev.tidewatch.generator.timeline;

import java.time.Instant;

/** Instants as nanoseconds since the epoch: what the inner loop counts in. Good until 2262. */
public final class EpochNanos {
  public static final long PER_MILLI = 1_000_000;
  private static final long PER_SECOND = 1_000_000_000;

  private EpochNanos() {}

  /**
   * @throws IllegalArgumentException when the instant is before 1678 or after 2262
   */
  public static long of(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          instant + " is out of reach; instants are from 1678 to 2262", e);
    }
  }

  public static Instant toInstant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, PER_SECOND), Math.floorMod(epochNanos, PER_SECOND));
  }
}
