package dev.tidewatch.detector.intake;

import dev.tidewatch.metricset.interval.Interval;

/** Where the rows of one interval after the other come from. Safe for use by many threads. */
public interface IntervalSource {
  /**
   * Reads the interval once, as it is now.
   *
   * @throws SourceUnavailable when the source cannot be asked now, but may be later
   */
  Reading read(Interval interval);

  /**
   * Whether the interval is known to be complete.
   *
   * @throws SourceUnavailable when the source cannot be asked now, but may be later
   */
  default Completeness completeness(Interval interval) {
    return new Completeness.Unknown(false);
  }
}
