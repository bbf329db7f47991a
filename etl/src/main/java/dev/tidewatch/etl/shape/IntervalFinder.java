package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.Instant;
import java.util.Arrays;

/**
 * Finds the interval of an event time, remembering those found: records come nearly in order of
 * time. In epoch milliseconds, since it is asked for every record. To be used by one thread.
 */
final class IntervalFinder {
  private final IntervalCalendar calendar;

  /** In order of time. */
  private long[] starts = new long[16];

  private long[] ends = new long[16];
  private int known;
  private int current;

  IntervalFinder(IntervalCalendar calendar) {
    this.calendar = calendar;
  }

  /** Goes to the interval that contains the instant. */
  void find(long millis) {
    if (current < known && starts[current] <= millis && millis < ends[current]) {
      return;
    }
    int found = Arrays.binarySearch(starts, 0, known, millis);
    int candidate = found >= 0 ? found : -found - 2;
    current = candidate >= 0 && millis < ends[candidate] ? candidate : learn(candidate + 1, millis);
  }

  /** The start of the interval that was found. */
  long start() {
    return starts[current];
  }

  /** Its end. */
  long end() {
    return ends[current];
  }

  private int learn(int place, long millis) {
    if (known == starts.length) {
      starts = Arrays.copyOf(starts, 2 * known);
      ends = Arrays.copyOf(ends, 2 * known);
    }
    System.arraycopy(starts, place, starts, place + 1, known - place);
    System.arraycopy(ends, place, ends, place + 1, known - place);
    Interval interval = calendar.intervalOf(Instant.ofEpochMilli(millis));
    starts[place] = interval.start().toEpochMilli();
    ends[place] = interval.end().toEpochMilli();
    known++;
    return place;
  }
}
