package dev.tidewatch.setup.cloudwatch.publish;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What is remembered of an interval that somebody set out to send.
 *
 * @param sent whether all of it was sent
 * @param attempts how many began to send it
 * @param begun when the last of them began
 */
record Trace(boolean sent, int attempts, Instant begun) {
  /** After that an attempt begins no call any more. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** What a call may take that was begun in time, repetitions included. */
  private static final Duration LAST_CALL = Duration.ofMinutes(10);

  private static final Duration RECENT = Duration.ofHours(3);
  private static final Duration LATE = Duration.ofDays(1);

  Trace {
    requireNonNull(begun, "begun");
  }

  static Trace ofSent(Instant at) {
    return new Trace(true, 0, at);
  }

  static Trace ofAttempt(int number, Instant at) {
    return new Trace(false, number, at);
  }

  Trace and(Trace other) {
    return new Trace(
        sent || other.sent,
        Math.max(attempts, other.attempts),
        begun.isAfter(other.begun) ? begun : other.begun);
  }

  /** How late an interval's values were sent, at the most. */
  private Duration lateness(Instant start) {
    return Duration.between(start, over());
  }

  private Instant over() {
    return begun.plus(LONGEST).plus(LAST_CALL);
  }

  /**
   * From when on CloudWatch can be asked what it has of the interval. What is sent within 3 hours
   * can be read soon, up to a day takes 2 hours, and older values "at least 48 hours"
   * (PutMetricData).
   */
  Instant readableFrom(Instant start) {
    Duration lateness = lateness(start);
    if (lateness.compareTo(RECENT) < 0) {
      return over().plus(Duration.ofMinutes(15));
    }
    return lateness.compareTo(LATE) < 0 ? over().plus(Duration.ofHours(2)) : over();
  }

  /** Whether what cannot be read then was not taken: for old values no limit is known. */
  boolean provesAbsence(Instant start) {
    return lateness(start).compareTo(LATE) < 0;
  }
}
