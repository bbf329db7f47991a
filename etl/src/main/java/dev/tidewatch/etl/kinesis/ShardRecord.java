package dev.tidewatch.etl.kinesis;

import java.time.Instant;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * A record as its shard gives it.
 *
 * @param data its bytes; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one array a record, handed through, never compared
record ShardRecord(String sequenceNumber, String partitionKey, Instant arrival, byte[] data) {
  static ShardRecord of(Record record) {
    return new ShardRecord(
        record.sequenceNumber(),
        record.partitionKey(),
        record.approximateArrivalTimestamp(),
        record.data().asByteArrayUnsafe());
  }
}
