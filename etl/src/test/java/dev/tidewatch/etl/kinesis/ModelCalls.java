package dev.tidewatch.etl.kinesis;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Answers for a stream in memory, page by page; each page but the last is followed by an empty one.
 */
final class ModelCalls implements StreamCalls {
  private final Supplier<StreamIdentity> identity;
  private final ModelStream stream;

  ModelCalls(ModelStream stream, Supplier<StreamIdentity> identity) {
    this.stream = stream;
    this.identity = identity;
  }

  static Record record(String sequence) {
    return Record.builder()
        .sequenceNumber(sequence)
        .partitionKey("key")
        .approximateArrivalTimestamp(ModelStream.BEGIN)
        .data(SdkBytes.fromUtf8String(sequence))
        .build();
  }

  @Override
  public StreamIdentity identify() {
    return identity.get();
  }

  @Override
  public List<ListedShard> shards() {
    return stream.shards().values().stream().map(ModelShard::listed).toList();
  }

  @Override
  public ShardReader read(String shardId, Cut from, int pageSize) {
    ModelShard shard = stream.shards().get(shardId);
    List<Record> records = shard.records(from);
    return new ShardReader() {
      private int next;
      private boolean empty;

      @Override
      public RecordPage next() {
        empty = !empty;
        if (empty && next < records.size()) {
          return new RecordPage(List.of(), false, false);
        }
        int end = Math.min(records.size(), next + pageSize);
        List<Record> page = records.subList(next, end);
        next = end;
        boolean last = end == records.size();
        return new RecordPage(page, last, last && shard.isClosed());
      }
    };
  }

  @Override
  public long throttled() {
    return 0;
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
