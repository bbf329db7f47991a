package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** From an instant to another, without that one. */
public record TimeRange(Instant from, Instant to) {
  private static final double WEEK = Duration.ofDays(7).toSeconds();

  public TimeRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range ends after %s, not at %s".formatted(from, to));
    }
  }

  /** The same days of the week and hours of the clock, a week earlier. */
  TimeRange weekBefore(ZoneId zone) {
    return new TimeRange(
        from.atZone(zone).minusWeeks(1).toInstant(), to.atZone(zone).minusWeeks(1).toInstant());
  }

  /** How many weeks it is long. */
  public double weeks() {
    return Duration.between(from, to).toSeconds() / WEEK;
  }
}
