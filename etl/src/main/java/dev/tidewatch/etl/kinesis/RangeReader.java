package dev.tidewatch.etl.kinesis;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Turns the records of a range into rows. One row object is used for all of them, and only the
 * columns that are asked for are filled.
 *
 * <p>A reader that unpacks hands out the parts of one record one after the other; they are numbered
 * from the first one read, and ranges never begin within a record.
 */
final class RangeReader implements PartitionReader<InternalRow> {
  private final StreamCalls calls;
  private final RangePages pages;
  private final boolean comeUnpacked;
  private final RangeColumn[] columns;
  private final Object[] values;
  private final InternalRow row;

  private List<Record> records = List.of();
  private int nextRecord;
  private Record record = Record.builder().build();
  private List<KplRecords.Part> parts = List.of();
  private int nextPart;
  private long unpackedPart;
  private long rowsRead;

  RangeReader(
      ShardRange range,
      ShardReader reader,
      StreamCalls calls,
      List<RangeColumn> columns,
      boolean failOnDataLoss) {
    this.calls = calls;
    this.columns = columns.toArray(RangeColumn[]::new);
    this.values = new Object[columns.size()];
    this.row = new GenericInternalRow(values);
    int shard = columns.indexOf(RangeColumn.SHARD_ID);
    if (shard >= 0) {
      values[shard] = UTF8String.fromString(range.shardId());
    }
    this.comeUnpacked = reader.unpacks();
    this.pages = new RangePages(range, reader, failOnDataLoss);
  }

  @Override
  public boolean next() {
    while (true) {
      if (nextPart < parts.size()) {
        KplRecords.Part part = parts.get(nextPart);
        fill(part.partitionKey(), part.data(), nextPart++);
        return true;
      }
      if (nextRecord < records.size()) {
        if (takeRecord()) {
          return true;
        }
      } else if (pages.isDone()) {
        return false;
      } else {
        records = pages.next();
        nextRecord = 0;
      }
    }
  }

  /** Takes the next record; false when it is one that others are packed into. */
  private boolean takeRecord() {
    Record before = record;
    record = records.get(nextRecord++);
    byte[] data = record.data().asByteArrayUnsafe();
    if (comeUnpacked) {
      boolean more = record.sequenceNumber().equals(before.sequenceNumber());
      unpackedPart = more ? unpackedPart + 1 : 0;
      fill(record.partitionKey(), data, unpackedPart);
      return true;
    }
    if (KplRecords.looksAggregated(data)) {
      var unpacked = KplRecords.unpack(data);
      if (unpacked.isPresent()) {
        parts = unpacked.get();
        nextPart = 0;
        return false;
      }
    }
    fill(record.partitionKey(), data, 0);
    return true;
  }

  private void fill(String partitionKey, byte[] data, long subSequenceNumber) {
    rowsRead++;
    for (int i = 0; i < columns.length; i++) {
      switch (columns[i]) {
        case SHARD_ID -> {} // the same in all rows
        case SEQUENCE_NUMBER -> values[i] = UTF8String.fromString(record.sequenceNumber());
        case SUB_SEQUENCE_NUMBER -> values[i] = subSequenceNumber;
        case PARTITION_KEY -> values[i] = UTF8String.fromString(partitionKey);
        case ARRIVAL -> values[i] = micros(record.approximateArrivalTimestamp());
        case DATA -> values[i] = data;
      }
    }
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return new CustomTaskMetric[] {
      SourceMetrics.value(SourceMetrics.ROWS, rowsRead),
      SourceMetrics.value(SourceMetrics.THROTTLED, calls.throttled()),
      SourceMetrics.value(SourceMetrics.GAPS, pages.gaps())
    };
  }

  @Override
  public void close() throws IOException {
    pages.close();
    calls.close();
  }
}
