package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;

/** Takes the records of a stream, in order. */
public interface RecordConsumer {
  /**
   * Waits until the stream has come to an instant, if the consumer keeps to a clock.
   *
   * @return false to end the stream before that instant
   */
  boolean reach(long epochNanos);

  /**
   * Takes a record.
   *
   * @param record its bytes, valid during the call only
   */
  void take(TimeSeries series, RecordBuffer record);
}
