package dev.tidewatch.etl.kinesis;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads a shard with GetRecords. An iterator that expired is replaced where the last one stood. */
final class SdkShardReader implements ShardReader {
  private final SdkStreamCalls calls;
  private final String shardId;
  private final int pageSize;
  private final Cut from;
  private @Nullable String lastSequence;
  private @Nullable String iterator;
  private boolean ended;

  SdkShardReader(SdkStreamCalls calls, String shardId, Cut from, int pageSize) {
    this.calls = calls;
    this.shardId = shardId;
    this.from = from;
    this.pageSize = pageSize;
  }

  @Override
  public RecordPage next() {
    if (ended) {
      throw new IllegalStateException("shard " + shardId + " has no more pages");
    }
    GetRecordsResponse response = fetch();
    iterator = response.nextShardIterator();
    ended = iterator == null;
    if (!response.records().isEmpty()) {
      lastSequence = response.records().get(response.records().size() - 1).sequenceNumber();
    }
    Long behind = response.millisBehindLatest();
    return new RecordPage(response.records(), behind == null || behind == 0, ended);
  }

  private GetRecordsResponse fetch() {
    while (true) {
      String current = iterator == null ? newIterator() : iterator;
      try {
        return calls.records(shardId, current, pageSize);
      } catch (KinesisSourceException e) {
        if (!(e.getCause() instanceof ExpiredIteratorException)) {
          throw e;
        }
        iterator = null;
      }
    }
  }

  private String newIterator() {
    if (lastSequence != null) {
      return calls.iterator(shardId, beside(ShardIteratorType.AFTER_SEQUENCE_NUMBER, lastSequence));
    }
    return switch (from.kind()) {
      case BEFORE -> besideOrOldest(ShardIteratorType.AT_SEQUENCE_NUMBER);
      case AFTER -> besideOrOldest(ShardIteratorType.AFTER_SEQUENCE_NUMBER);
      case TRIM_HORIZON -> oldest();
      case AT_TIMESTAMP ->
          calls.iterator(
              shardId,
              GetShardIteratorRequest.builder()
                  .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                  .timestamp(from.requireArrival()));
      case SHARD_END ->
          throw new IllegalArgumentException("nothing follows the end of shard " + shardId);
    };
  }

  /** A record that is no longer kept cannot be named: the oldest kept one shows what is missing. */
  private String besideOrOldest(ShardIteratorType type) {
    try {
      return calls.iterator(shardId, beside(type, from.requireSequence()));
    } catch (KinesisSourceException e) {
      if (e.getCause() instanceof InvalidArgumentException) {
        return oldest();
      }
      throw e;
    }
  }

  private String oldest() {
    return calls.iterator(
        shardId,
        GetShardIteratorRequest.builder().shardIteratorType(ShardIteratorType.TRIM_HORIZON));
  }

  private static GetShardIteratorRequest.Builder beside(ShardIteratorType type, String sequence) {
    return GetShardIteratorRequest.builder()
        .shardIteratorType(type)
        .startingSequenceNumber(sequence);
  }
}
