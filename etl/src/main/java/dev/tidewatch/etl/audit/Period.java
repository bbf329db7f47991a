package dev.tidewatch.etl.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Which intervals are looked at: those that start in {@code [from, to)}. */
public record Period(Instant from, Instant to) {
  /** All of them. */
  public static final Period ALL = new Period(Instant.MIN, Instant.MAX);

  public Period {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a period ends after its start, not " + from + " to " + to);
    }
  }

  boolean contains(Instant start) {
    return !start.isBefore(from) && start.isBefore(to);
  }
}
