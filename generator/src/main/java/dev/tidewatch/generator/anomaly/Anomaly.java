package dev.tidewatch.generator.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.generator.timeline.EpochNanos;
import java.time.Instant;

/**
 * A stretch of time in which values are not what they would be.
 *
 * @param start the first instant touched
 * @param end the first instant no longer touched
 * @param factor what values are multiplied by; a slow drift has come there at its end
 */
public record Anomaly(AnomalyKind kind, Instant start, Instant end, double factor, Scope scope) {
  public Anomaly {
    requireNonNull(kind, "kind");
    requireNonNull(scope, "scope");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "an anomaly ends after its start, not " + start + " to " + end);
    }
    if (!(factor >= 0 && factor <= 1_000)) {
      throw new IllegalArgumentException("an anomaly's factor is 0 to 1000, not " + factor);
    }
  }

  /** What the values at an instant within the anomaly are multiplied by. */
  public double factorAt(long epochNanos) {
    if (kind != AnomalyKind.SLOW_DRIFT) {
      return factor;
    }
    long begin = EpochNanos.of(start);
    double passed = (double) (epochNanos - begin) / (EpochNanos.of(end) - begin);
    return 1 + (factor - 1) * passed;
  }

  /** Whether any instant of {@code [from, until)} is touched. */
  public boolean overlaps(Instant from, Instant until) {
    return start.isBefore(until) && end.isAfter(from);
  }
}
