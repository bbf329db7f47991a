package dev.tidewatch.evaluation.series;

import java.time.Instant;

/** Judges the rows of one time series, in their order, knowing those before only. */
@FunctionalInterface
public interface SeriesDetector {
  /**
   * Takes in the value of the interval that starts then, NaN for none. Never throws for an interval
   * that is not after the last one.
   */
  Verdict judge(Instant start, double value);
}
