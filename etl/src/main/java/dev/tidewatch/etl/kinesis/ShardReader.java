package dev.tidewatch.etl.kinesis;

/** Reads one shard page by page. Used by one thread at a time. */
interface ShardReader {
  /**
   * The next page. It may be empty anywhere in the shard.
   *
   * @throws KinesisSourceException when the stream cannot be read on
   * @throws IllegalStateException after the shard's last page
   */
  RecordPage next();
}
