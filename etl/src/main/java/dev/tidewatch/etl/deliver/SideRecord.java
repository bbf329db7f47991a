package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.etl.shape.StreamRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, as one line of JSON: the fields are those of Firehose's error
 * objects where both have them, {@code rawData} is the record's own bytes in base64.
 *
 * @param interval the start of the interval it came too late for; null when it was rejected
 * @param code why it was rejected; null when it was late
 * @param message what is wrong with it; null when it was late
 */
public record SideRecord(
    String shardId,
    StreamRecord record,
    @Nullable Instant interval,
    @Nullable String code,
    @Nullable String message) {
  public SideRecord {
    requireNonNull(shardId, "shardId");
    requireNonNull(record, "record");
  }

  static SideRecord late(String shardId, Instant intervalStart, StreamRecord record) {
    return new SideRecord(shardId, record, requireNonNull(intervalStart), null, null);
  }

  static SideRecord rejected(String shardId, String code, String message, StreamRecord record) {
    return new SideRecord(shardId, record, null, requireNonNull(code), requireNonNull(message));
  }

  public Optional<Instant> intervalStart() {
    return Optional.ofNullable(interval);
  }

  public Optional<String> errorCode() {
    return Optional.ofNullable(code);
  }

  public Optional<String> errorMessage() {
    return Optional.ofNullable(message);
  }

  byte[] writeLine() {
    ObjectNode json =
        JsonText.object()
            .put("shardId", shardId)
            .put("sequenceNumber", record.sequenceNumber())
            .put("subSequenceNumber", record.subSequenceNumber())
            .put("arrivalTimestamp", record.arrival().toString());
    intervalStart().ifPresent(start -> json.put("intervalStart", start.toString()));
    errorCode().ifPresent(text -> json.put("errorCode", text));
    errorMessage().ifPresent(text -> json.put("errorMessage", text));
    return JsonText.line(json.put("rawData", record.data()));
  }

  static SideRecord readLine(String key, byte[] line) {
    JsonNode json = JsonText.parse(key, line);
    try {
      StreamRecord record =
          new StreamRecord(
              JsonText.text(key, json, "sequenceNumber"),
              JsonText.number(key, json, "subSequenceNumber"),
              JsonText.instant(key, json, "arrivalTimestamp"),
              json.path("rawData").binaryValue());
      return new SideRecord(
          JsonText.text(key, json, "shardId"),
          record,
          json.has("intervalStart") ? JsonText.instant(key, json, "intervalStart") : null,
          json.has("errorCode") ? JsonText.text(key, json, "errorCode") : null,
          json.has("errorMessage") ? JsonText.text(key, json, "errorMessage") : null);
    } catch (IOException e) {
      throw new CorruptObjectException(key, e);
    }
  }
}
