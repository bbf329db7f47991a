package dev.tidewatch.metricset.interval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A half-open stretch of time {@code [start, end)}, as an {@link IntervalCalendar} cuts it. */
public record Interval(Instant start, Instant end) implements Comparable<Interval> {
  public Interval {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "an interval ends after its start, not " + start + " to " + end);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  @Override
  public int compareTo(Interval other) {
    return start.compareTo(other.start);
  }
}
