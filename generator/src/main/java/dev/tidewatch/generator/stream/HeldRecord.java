package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.series.TimeSeries;
import java.util.Comparator;

/**
 * A record that comes later than it should. Times are epoch nanoseconds.
 *
 * @param release it comes after the first record in order whose time is this or later
 */
@SuppressWarnings("ArrayRecordComponent") // one array a record, handed through, never compared
record HeldRecord(long release, long time, TimeSeries series, byte[] bytes) {
  /** The order in which held records come; whole, so that it does not hang on when a run began. */
  static final Comparator<HeldRecord> ORDER =
      Comparator.comparingLong(HeldRecord::release)
          .thenComparingLong(HeldRecord::time)
          .thenComparingInt(held -> held.series().index());
}
