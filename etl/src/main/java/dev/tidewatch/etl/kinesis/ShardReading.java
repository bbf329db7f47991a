package dev.tidewatch.etl.kinesis;

/**
 * Another way to read shards than the source's own. The option {@code shardReader} asks for it by
 * its name; {@link java.util.ServiceLoader} finds it, on the driver and where the tasks run.
 */
public interface ShardReading {
  /** As the option names it. */
  String name();

  /**
   * A reader that hands out the records from the first one on, at least up to the first one past
   * the range or, when the range includes its last record, to the end of that one. Records before
   * or past the range are dropped by who asks.
   *
   * @throws KinesisSourceException when the stream cannot be read that way
   */
  ShardReader read(SequenceRange range);
}
