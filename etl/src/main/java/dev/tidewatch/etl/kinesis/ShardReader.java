package dev.tidewatch.etl.kinesis;

/** Reads one shard page by page. Used by one thread at a time. */
public interface ShardReader extends AutoCloseable {
  /**
   * The next page. It may be empty anywhere in the shard.
   *
   * @throws KinesisSourceException when the stream cannot be read on
   * @throws IllegalStateException after the shard's last page
   */
  RecordPage next();

  /**
   * Whether records that were packed into one come one by one: all with its sequence number, in
   * their order.
   */
  default boolean unpacks() {
    return false;
  }

  @Override
  default void close() {
    // most hold nothing of their own
  }
}
