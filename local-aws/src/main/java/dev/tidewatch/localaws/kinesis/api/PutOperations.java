package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.fault.Fault;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.HashKey;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.KinesisStream;
import dev.tidewatch.localaws.kinesis.stream.PlacedRecord;
import dev.tidewatch.localaws.kinesis.stream.PutEntry;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PutRecord and PutRecords. */
final class PutOperations {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MAX_ENTRIES = 500;
  private static final int MAX_KEY_LENGTH = 256;

  private final StreamCatalog catalog;
  private final Faults faults;
  private final InstantSource clock;

  PutOperations(StreamCatalog catalog, Faults faults, InstantSource clock) {
    this.catalog = catalog;
    this.faults = faults;
    this.clock = clock;
  }

  Map<String, Operation> byName() {
    return Map.of("PutRecord", this::putRecord, "PutRecords", this::putRecords);
  }

  private Answer putRecord(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    PutEntry entry = entry(request, stream.maxRecordBytes());
    checkNotThrottled();
    PlacedRecord placed = put(stream, entry);
    return out ->
        out.text("ShardId", placed.shardId()).text("SequenceNumber", placed.sequenceNumber());
  }

  private Answer putRecords(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    List<PutEntry> entries = entries(request, stream.maxRecordBytes());
    checkNotThrottled();
    List<PutOutcome> outcomes = new ArrayList<>(entries.size());
    for (PutEntry entry : entries) {
      outcomes.add(tryPut(stream, entry));
    }
    long failed = outcomes.stream().filter(PutOutcome::isFailure).count();
    return out ->
        out.number("FailedRecordCount", failed)
            .structures("Records", outcomes, outcome -> outcome::writeTo);
  }

  private void checkNotThrottled() {
    if (faults.strikes(Fault.THROTTLED_PUT_CALL)) {
      throw new KinesisException(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED, "Rate exceeded.");
    }
  }

  private PutOutcome tryPut(KinesisStream stream, PutEntry entry) {
    try {
      return PutOutcome.placed(put(stream, entry));
    } catch (KinesisException e) {
      return PutOutcome.failed(e);
    }
  }

  private PlacedRecord put(KinesisStream stream, PutEntry entry) {
    if (faults.strikes(Fault.THROTTLED_PUT_ENTRY)) {
      throw new KinesisException(
          ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED,
          "Rate exceeded for shard in " + stream.identity() + ".");
    }
    return stream.put(entry, clock.millis() + faults.arrivalDeviationMillis());
  }

  private static List<PutEntry> entries(ApiRequest request, int maxRecordBytes) {
    List<ApiRequest> records = request.requireStructures("Records");
    if (records.isEmpty() || records.size() > MAX_ENTRIES) {
      throw Validation.failed(
          "records",
          "Member must have length between 1 and " + MAX_ENTRIES + ", not " + records.size());
    }
    List<PutEntry> entries = new ArrayList<>(records.size());
    long bytes = 0;
    for (ApiRequest record : records) {
      PutEntry entry = entry(record, maxRecordBytes);
      bytes += entry.size();
      entries.add(entry);
    }
    checkTogether(bytes, maxRecordBytes);
    return entries;
  }

  /** Streams for large records take larger requests too. */
  private static void checkTogether(long bytes, int maxRecordBytes) {
    int most = (maxRecordBytes > MEBIBYTE ? 10 : 5) * MEBIBYTE;
    if (bytes > most) {
      throw new KinesisException(
          ErrorCode.INVALID_ARGUMENT,
          "Records size of " + bytes + " bytes exceeds " + most / MEBIBYTE + " MB limit");
    }
  }

  private static PutEntry entry(ApiRequest fields, int maxRecordBytes) {
    String key = fields.requireText("PartitionKey");
    if (key.isEmpty() || key.codePointCount(0, key.length()) > MAX_KEY_LENGTH) {
      throw Validation.failed(
          "partitionKey", key, "Member must have length between 1 and " + MAX_KEY_LENGTH);
    }
    byte[] data = fields.requireBytes("Data");
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    if (utf8.length + data.length > maxRecordBytes) {
      throw Validation.failed(
          "data", "Member must have length less than or equal to " + maxRecordBytes);
    }
    return new PutEntry(utf8, hashKey(fields, utf8), data);
  }

  private static HashKey hashKey(ApiRequest fields, byte[] partitionKey) {
    return fields
        .text("ExplicitHashKey")
        .map(HashKey::parse)
        .orElseGet(() -> HashKey.ofPartitionKey(partitionKey));
  }
}
