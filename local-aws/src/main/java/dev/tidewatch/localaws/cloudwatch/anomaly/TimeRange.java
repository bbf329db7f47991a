package dev.tidewatch.localaws.cloudwatch.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** From the start to before the end. */
public record TimeRange(Instant start, Instant end) {
  public TimeRange {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
  }

  boolean contains(Instant time) {
    return !time.isBefore(start) && time.isBefore(end);
  }
}
