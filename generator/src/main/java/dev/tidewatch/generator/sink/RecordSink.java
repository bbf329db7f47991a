package dev.tidewatch.generator.sink;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import java.io.Closeable;

/**
 * Takes records, in order. What it was handed has arrived when {@link #flush} returns. All methods
 * throw {@link SinkException} when records cannot be delivered.
 */
public interface RecordSink extends Closeable {
  /**
   * Takes a record; it may wait until there is room.
   *
   * @param record its bytes, valid during the call only
   */
  void send(TimeSeries series, RecordBuffer record);

  /** Waits until all records handed over have arrived. */
  void flush();

  /** What has become of the records so far. */
  Delivery delivery();

  /** Flushes, then frees what the sink opened. */
  @Override
  void close();

  /**
   * How delivery went.
   *
   * @param arrived records that have arrived
   * @param resent how often a record was sent again since it had been refused
   * @param doubtful how often a record was sent again since no answer had come, so that it may have
   *     arrived twice
   */
  record Delivery(long arrived, long resent, long doubtful) {}
}
