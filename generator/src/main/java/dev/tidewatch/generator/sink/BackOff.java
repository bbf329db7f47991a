package dev.tidewatch.generator.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything from nothing to a bound that doubles with
 * every attempt (full jitter), so that many senders do not come back at once.
 *
 * @param first the bound before the second attempt
 * @param longest the bound never grows beyond
 */
record BackOff(Duration first, Duration longest, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 20;

  /** Short at first, since a throttled shard is free again within a second; never above 5 s. */
  static BackOff standard(RandomGenerator random) {
    return new BackOff(Duration.ofMillis(20), Duration.ofSeconds(5), random);
  }

  /**
   * The wait after so many failed attempts.
   *
   * @param failures at least 1
   */
  Duration after(int failures) {
    long doubled = first.toNanos() << Math.min(failures - 1, MAX_DOUBLINGS);
    long bound = Math.min(doubled, longest.toNanos());
    synchronized (random) {
      return Duration.ofNanos(random.nextLong(bound + 1));
    }
  }
}
