package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How messages are sent.
 *
 * @param firstPause about how long after the first failed attempt the second is made; it doubles
 * @param longestPause it does not grow beyond
 * @param probe how long at most until the oldest message that waits for a target is tried again:
 *     within this a recovery is noticed, without all that wait trying so often
 * @param giveUpAfter how long after its decision a message is tried; then it has failed
 * @param atOnce how many are sent at the same time
 * @param mostPerMinute how many an alert sends in a minute; more are delayed, not dropped
 */
public record DeliverySettings(
    Duration firstPause,
    Duration longestPause,
    Duration probe,
    Duration giveUpAfter,
    int atOnce,
    int mostPerMinute) {
  public DeliverySettings {
    requireNonNull(firstPause, "firstPause");
    requireNonNull(longestPause, "longestPause");
    requireNonNull(probe, "probe");
    requireNonNull(giveUpAfter, "giveUpAfter");
    if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "pauses grow from more than nothing, not from %s to %s"
              .formatted(firstPause, longestPause));
    }
    if (probe.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "a target is probed no sooner than after %s, not after %s".formatted(firstPause, probe));
    }
    if (atOnce < 1 || mostPerMinute < 1) {
      throw new IllegalArgumentException(
          "at least 1 message at once and a minute, not %d and %d"
              .formatted(atOnce, mostPerMinute));
    }
  }

  /** 1 second to 15 minutes, a probe every 30 seconds, for 24 hours; 4 at once, 60 a minute. */
  public static DeliverySettings defaults() {
    return new DeliverySettings(
        Duration.ofSeconds(1),
        Duration.ofMinutes(15),
        Duration.ofSeconds(30),
        Duration.ofHours(24),
        4,
        60);
  }

  /** The pause after so many failed attempts: anything up to twice the last one's bound. */
  Duration pause(int failed, RandomGenerator random) {
    int doublings = Math.min(failed, 30);
    long bound = Math.min(longestPause.toMillis(), firstPause.toMillis() << doublings);
    return Duration.ofMillis(1 + random.nextLong(Math.max(1, bound)));
  }
}
