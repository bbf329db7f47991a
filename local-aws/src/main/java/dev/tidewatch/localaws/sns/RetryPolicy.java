package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a delivery is tried and how long it waits in between.
 *
 * @param attempts the first one included
 * @param firstWait doubled after every further failure
 * @param longestWait where doubling ends
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait) {
  public RetryPolicy {
    requireNonNull(firstWait, "firstWait");
    requireNonNull(longestWait, "longestWait");
    if (attempts < 1) {
      throw new IllegalArgumentException("a delivery is tried at least once, not " + attempts);
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException(
          "waits grow from nothing or more: not from " + firstWait + " to " + longestWait);
    }
  }

  /** Six attempts within about half a minute: AWS's order of events, without its patience. */
  public static RetryPolicy standard() {
    return new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(20));
  }

  /** How long to wait after so many attempts. */
  Duration waitAfter(int attempts) {
    Duration wait = firstWait;
    for (int doubled = 1; doubled < attempts && wait.compareTo(longestWait) < 0; doubled++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
