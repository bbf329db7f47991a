package dev.tidewatch.evaluation.series;

import java.time.Duration;
import java.time.Instant;

/**
 * A time series as its file holds it: one value a row, in the order of the file, whatever its
 * timestamps say. A row without a value has NaN.
 */
public final class TimeSeries {
  private final long[] seconds;
  private final double[] values;
  private final Duration interval;
  private final Instant[] starts;

  /**
   * @param seconds the rows' timestamps, seconds since 1970 UTC
   * @param values the rows' values
   */
  public TimeSeries(long[] seconds, double[] values) {
    if (seconds.length != values.length || seconds.length == 0) {
      throw new IllegalArgumentException(
          "a time series has as many values as timestamps and at least one, not "
              + values.length
              + " values and "
              + seconds.length
              + " timestamps");
    }
    this.seconds = seconds.clone();
    this.values = values.clone();
    this.interval = SamplingInterval.of(seconds);
    this.starts = IntervalStarts.of(seconds, interval.toSeconds());
  }

  /** How many rows there are. */
  public int size() {
    return values.length;
  }

  /**
   * How far apart the rows usually are: a length from one minute to one day that divides the day.
   */
  public Duration interval() {
    return interval;
  }

  /** What the file gives as the row's time. */
  public Instant timestamp(int row) {
    return Instant.ofEpochSecond(seconds[row]);
  }

  /**
   * The start of the interval the row stands for. Later rows have later intervals; a row that
   * repeats a timestamp or goes back in time has an interval that is not after the last one.
   */
  public Instant start(int row) {
    return starts[row];
  }

  public double value(int row) {
    return values[row];
  }
}
