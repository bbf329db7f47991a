package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * An interval that was run.
 *
 * @param reason why it is not complete; empty when it is, or when nobody asked
 */
public record Run(Interval interval, Outcome outcome, Instant started, String reason) {
  public Run {
    requireNonNull(interval, "interval");
    requireNonNull(outcome, "outcome");
    requireNonNull(started, "started");
    requireNonNull(reason, "reason");
  }

  /** From the interval's end to the run; a clock put back makes it no less than nothing. */
  public Duration delay() {
    Duration delay = Duration.between(interval.end(), started);
    return delay.isNegative() ? Duration.ZERO : delay;
  }
}
