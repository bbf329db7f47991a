package dev.tidewatch.etl.kinesis;

import java.util.List;

/** What is asked of a stream. Used by several threads at once. */
interface StreamCalls extends AutoCloseable {
  StreamIdentity identify();

  List<ListedShard> shards();

  /**
   * A reader that begins at the cut.
   *
   * @param pageSize how many records a page has at most
   */
  ShardReader read(String shardId, Cut from, int pageSize);

  /** How many calls were throttled so far. */
  long throttled();

  @Override
  void close();
}
