package dev.tidewatch.detector.intake.rows;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;

/**
 * Which records of a file count.
 *
 * @param within the interval they must be of, or a window of time
 * @param later what to add to a time before that, in milliseconds, when the clock shows it twice
 *     and the file is known to mean the later; else 0
 * @param most how many records the file may have, whether they count or not
 * @param excess what to say of a file that has more
 */
public record RecordScope(Interval within, long later, long most, String excess) {
  public RecordScope {
    requireNonNull(within, "within");
    requireNonNull(excess, "excess");
  }

  /** All records of a window of time. */
  public static RecordScope of(Interval window) {
    return new RecordScope(window, 0, Long.MAX_VALUE, "");
  }

  boolean contains(Instant time) {
    return within.contains(time);
  }
}
