package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;

/** The interval a stream has come to, in epoch nanoseconds. */
final class OpenInterval {
  private final IntervalCalendar calendar;
  private long start;
  private long end = Long.MIN_VALUE;

  OpenInterval(IntervalCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Goes to the interval of an instant.
   *
   * @return whether it is another one than before
   */
  boolean moveTo(long epochNanos) {
    if (start <= epochNanos && epochNanos < end) {
      return false;
    }
    Interval interval = calendar.intervalOf(EpochNanos.toInstant(epochNanos));
    start = EpochNanos.of(interval.start());
    end = EpochNanos.of(interval.end());
    return true;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }
}
