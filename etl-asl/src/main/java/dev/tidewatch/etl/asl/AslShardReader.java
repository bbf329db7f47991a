package dev.tidewatch.etl.asl;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.kinesis.KinesisSourceException;
import dev.tidewatch.etl.kinesis.RecordPage;
import dev.tidewatch.etl.kinesis.SequenceRange;
import dev.tidewatch.etl.kinesis.ShardReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.streaming.kinesis.KinesisSequenceRangeIterator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Hands out what kinesis-asl's iterator reads. A record that others were packed into comes whole:
 * its parts are of one answer of Kinesis, so once one was seen the rest can be had.
 */
final class AslShardReader implements ShardReader {
  private static final int RECORDS_PER_PAGE = 10_000;

  private final SequenceRange range;
  private final KinesisSequenceRangeIterator records;
  private @Nullable String lastSequence;
  private boolean ended;

  AslShardReader(SequenceRange range, KinesisSequenceRangeIterator records) {
    this.range = requireNonNull(range, "range");
    this.records = requireNonNull(records, "records");
  }

  @Override
  public boolean unpacks() {
    return true;
  }

  @Override
  public RecordPage next() {
    if (ended) {
      throw new IllegalStateException("the range of shard " + range.shardId() + " has been read");
    }
    List<Record> page = new ArrayList<>();
    while (!ended && (page.size() < RECORDS_PER_PAGE || isAtLast())) {
      Optional<Record> next = advance();
      next.ifPresent(page::add);
      lastSequence = next.map(Record::sequenceNumber).orElse(lastSequence);
      ended = next.isEmpty() || range.isPast(next.get().sequenceNumber());
    }
    return new RecordPage(page, ended, false);
  }

  /**
   * Whether the last record was the last of the range, so that nothing but more of it is missing.
   */
  private boolean isAtLast() {
    return range.last().equals(lastSequence);
  }

  /** The next record; empty when there is none behind the last one of the range. */
  private Optional<Record> advance() {
    try {
      return records.hasNext() ? Optional.of(record(records.next())) : Optional.empty();
    } catch (Exception e) { // Scala does not say which: SparkException is a checked one
      if (range.lastIncluded() && isAtLast()) {
        return Optional.empty(); // it looked for a record that need not be there
      }
      throw new KinesisSourceException(
          "shard "
              + range.shardId()
              + " cannot be read with kinesis-asl: "
              + e.getMessage()
              + ". It gives up at an empty answer, which Kinesis may give at any time: start again"
              + " without shardReader=asl",
          e);
    }
  }

  private static Record record(com.amazonaws.services.kinesis.model.Record record) {
    return Record.builder()
        .sequenceNumber(record.getSequenceNumber())
        .partitionKey(record.getPartitionKey())
        .approximateArrivalTimestamp(record.getApproximateArrivalTimestamp().toInstant())
        .data(SdkBytes.fromByteArrayUnsafe(bytes(record.getData())))
        .build();
  }

  private static byte[] bytes(ByteBuffer data) {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    records.closeIfNeeded();
  }
}
