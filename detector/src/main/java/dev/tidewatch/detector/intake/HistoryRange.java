package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Which part of the history is used: intervals that begin in it, and end before it ends. */
public record HistoryRange(Instant from, Instant to) {
  /** All there is. */
  public static final HistoryRange ALL =
      new HistoryRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  public HistoryRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range ends after %s, not at %s".formatted(from, to));
    }
  }

  /** The end of what is read at a time. */
  public Instant end(Instant now) {
    return to.isBefore(now) ? to : now;
  }
}
