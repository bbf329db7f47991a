package dev.tidewatch.localaws.kinesis.api;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.KinesisStream;
import dev.tidewatch.localaws.kinesis.stream.ReadRecords;
import dev.tidewatch.localaws.kinesis.stream.RecordCursor;
import dev.tidewatch.localaws.kinesis.stream.ShardIterator;
import dev.tidewatch.localaws.kinesis.stream.StartingPoint;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** GetShardIterator and GetRecords. */
final class ReadOperations {
  private static final int MAX_RECORDS = 10_000;

  private final StreamCatalog catalog;
  private final Faults faults;
  private final InstantSource clock;

  /** By the names of the API. */
  private enum IteratorType {
    AFTER_SEQUENCE_NUMBER,
    AT_SEQUENCE_NUMBER,
    AT_TIMESTAMP,
    LATEST,
    TRIM_HORIZON
  }

  ReadOperations(StreamCatalog catalog, Faults faults, InstantSource clock) {
    this.catalog = catalog;
    this.faults = faults;
    this.clock = clock;
  }

  Map<String, Operation> byName() {
    return Map.of("GetShardIterator", this::getShardIterator, "GetRecords", this::getRecords);
  }

  private Answer getShardIterator(ApiRequest request) {
    IteratorType type =
        request
            .constant("ShardIteratorType", IteratorType.class)
            .orElseThrow(() -> Validation.failed("shardIteratorType", "Member must not be null"));
    String shardId = request.requireText("ShardId");
    KinesisStream stream = catalog.get(request.streamName());
    String token =
        stream.iterator(shardId, startingPoint(type, request), faults.iteratorEpoch()).token();
    return out -> out.text("ShardIterator", token);
  }

  private StartingPoint startingPoint(IteratorType type, ApiRequest request) {
    return switch (type) {
      case AFTER_SEQUENCE_NUMBER -> StartingPoint.afterSequenceNumber(number(type, request));
      case AT_SEQUENCE_NUMBER -> StartingPoint.atSequenceNumber(number(type, request));
      case AT_TIMESTAMP -> StartingPoint.atTimestamp(pastTime(type, request));
      case LATEST -> StartingPoint.latest();
      case TRIM_HORIZON -> StartingPoint.trimHorizon();
    };
  }

  private static String number(IteratorType type, ApiRequest request) {
    return request
        .text("StartingSequenceNumber")
        .orElseThrow(() -> missing(type, "StartingSequenceNumber"));
  }

  private Instant pastTime(IteratorType type, ApiRequest request) {
    Instant time = request.time("Timestamp").orElseThrow(() -> missing(type, "Timestamp"));
    Instant now = clock.instant();
    if (time.isAfter(now)) {
      throw new KinesisException(
          ErrorCode.INVALID_ARGUMENT,
          "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis."
              + " timestampInMillis: "
              + time.toEpochMilli()
              + ", currentTimestampInMillis: "
              + now.toEpochMilli());
    }
    return time;
  }

  private static KinesisException missing(IteratorType type, String field) {
    return new KinesisException(
        ErrorCode.INVALID_ARGUMENT, "Must specify " + field + " for ShardIteratorType " + type);
  }

  private Answer getRecords(ApiRequest request) {
    int limit = request.number("Limit", 1, MAX_RECORDS).orElse(MAX_RECORDS);
    ShardIterator place = ShardIterator.parse(request.requireText("ShardIterator"));
    place.checkUnexpired(clock.instant(), faults.iteratorEpoch());
    checkFaults();
    KinesisStream stream = catalog.get(place.streamName());
    ReadRecords read = stream.read(place, limit, () -> faults.strikes(Fault.EMPTY_PAGE));
    Optional<String> next =
        read.nextIndex().stream()
            .mapToObj(index -> place.movedTo(index, clock.instant(), faults.iteratorEpoch()))
            .map(ShardIterator::token)
            .findFirst();
    return out -> write(out, read, next.orElse(""));
  }

  private void checkFaults() {
    if (faults.strikes(Fault.EXPIRED_ITERATOR)) {
      throw new KinesisException(
          ErrorCode.EXPIRED_ITERATOR, "Iterator expired. Get a new one from GetShardIterator.");
    }
    if (faults.strikes(Fault.THROTTLED_GET_RECORDS)) {
      throw new KinesisException(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED, "Rate exceeded.");
    }
  }

  private static void write(AnswerWriter out, ReadRecords read, String next) throws IOException {
    writeRecords(out, read.cursor());
    if (!next.isEmpty()) {
      out.text("NextShardIterator", next);
    }
    out.number("MillisBehindLatest", read.millisBehindLatest());
    if (!read.childShards().isEmpty()) {
      out.structures(
          "ChildShards",
          read.childShards(),
          child ->
              fields ->
                  fields
                      .text("ShardId", child.shardId())
                      .texts("ParentShards", child.parents())
                      .structure("HashKeyRange", ShardOperations.range(child.range())));
    }
  }

  /** Straight from the shard's memory: a page may have 10,000 records. */
  private static void writeRecords(AnswerWriter out, RecordCursor records) throws IOException {
    JsonGenerator raw = out.raw();
    raw.writeArrayFieldStart("Records");
    while (records.advance()) {
      raw.writeStartObject();
      raw.writeFieldName("SequenceNumber");
      byte[] number = records.sequenceNumber();
      raw.writeUTF8String(number, 0, number.length);
      raw.writeFieldName("ApproximateArrivalTimestamp");
      out.rawTime(records.arrivalMillis());
      raw.writeFieldName("Data");
      raw.writeBinary(
          Base64Variants.MIME_NO_LINEFEEDS,
          records.bytes(),
          records.dataStart(),
          records.dataLength());
      raw.writeFieldName("PartitionKey");
      raw.writeUTF8String(
          records.bytes(), records.partitionKeyStart(), records.partitionKeyLength());
      raw.writeEndObject();
    }
    raw.writeEndArray();
  }
}
