package dev.tidewatch.etl.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.etl.shape.FixedDecimal;
import dev.tidewatch.etl.shape.RecordIdentity;
import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.etl.shape.ShardProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The state as an object: gzip of a line that holds version and SHA-256 of the rest, and the rest,
 * which is JSON. Equal states are equal bytes.
 */
final class StateFormat {
  static final int VERSION = 1;

  private StateFormat() {}

  /**
   * @param shape what the rows were made by
   */
  static byte[] write(OpenIntervals state, RowShape shape) {
    byte[] body = body(state, shape);
    byte[] head =
        JsonText.line(JsonText.object().put("version", VERSION).put("sha256", Sha256.of(body)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(head);
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws CorruptObjectException when the content is not what was written
   */
  static OpenIntervals read(String key, byte[] content) {
    return state(key, checkedBody(key, content));
  }

  /**
   * What the rows were made by.
   *
   * @throws CorruptObjectException when the content is not what was written
   */
  static RowShape shape(String key, byte[] content) {
    return new RowShape(JsonText.text(key, checkedBody(key, content), "rowsOf"));
  }

  private static JsonNode checkedBody(String key, byte[] content) {
    byte[] text = unzip(key, content);
    int lineEnd = 0;
    while (lineEnd < text.length && text[lineEnd] != '\n') {
      lineEnd++;
    }
    JsonNode head = JsonText.parse(key, Arrays.copyOf(text, lineEnd), VERSION);
    byte[] body = Arrays.copyOfRange(text, Math.min(lineEnd + 1, text.length), text.length);
    if (!Sha256.of(body).equals(head.path("sha256").asText())) {
      throw new CorruptObjectException(key, "its content does not have the SHA-256 it names");
    }
    return JsonText.parse(key, body);
  }

  private static byte[] unzip(String key, byte[] content) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new CorruptObjectException(key, e);
    }
  }

  private static byte[] body(OpenIntervals state, RowShape shape) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonText.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("queryId", state.id().queryId());
      json.writeNumberField("generation", state.id().generation());
      json.writeNumberField("batchId", state.id().batchId());
      writeInstant(json, "watermark", state.watermark());
      writeInstant(json, "closedUpTo", state.closedUpTo());
      writeTotals(json, state.totals());
      writeShards(json, state.shards());
      json.writeStringField("rowsOf", shape.text());
      json.writeArrayFieldStart("intervals");
      for (var interval : state.rows().entrySet()) {
        writeInterval(json, interval.getKey(), interval.getValue());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeTotals(JsonGenerator json, Totals totals) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("read", totals.read());
    json.writeNumberField("written", totals.written());
    json.writeNumberField("late", totals.late());
    json.writeNumberField("rejected", totals.rejected());
    json.writeNumberField("abandoned", totals.abandoned());
    json.writeEndObject();
  }

  private static void writeShards(JsonGenerator json, Map<String, ShardProgress> shards)
      throws IOException {
    json.writeObjectFieldStart("shards");
    for (var shard : shards.entrySet()) {
      json.writeObjectFieldStart(shard.getKey());
      writeInstant(json, "eventTime", shard.getValue().eventTime());
      writeInstant(json, "arrival", shard.getValue().arrival());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeInterval(JsonGenerator json, Instant start, Map<RowKey, RowTotals> rows)
      throws IOException {
    json.writeStartObject();
    writeInstant(json, "start", start);
    json.writeArrayFieldStart("rows");
    for (var row : new TreeMap<>(rows).entrySet()) {
      writeRow(json, row.getKey(), row.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeRow(JsonGenerator json, RowKey key, RowTotals totals)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("dimensions");
    for (String value : key.dimensions()) {
      json.writeString(value);
    }
    json.writeEndArray();
    if (key.record() != null) {
      writeInstant(json, "eventTime", key.record().eventTime());
      json.writeStringField("shardId", key.record().shardId());
      json.writeStringField("sequenceNumber", key.record().sequenceNumber());
      json.writeNumberField("subSequenceNumber", key.record().subSequenceNumber());
    }
    json.writeNumberField("records", totals.records());
    json.writeArrayFieldStart("measures");
    for (MeasureTotal measure : totals.measures()) {
      json.writeString(measure.sum().toBigDecimal().stripTrailingZeros().toPlainString());
      json.writeNumber(measure.values());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeInstant(JsonGenerator json, String field, @Nullable Instant instant)
      throws IOException {
    if (instant != null) {
      json.writeStringField(field, instant.toString());
    }
  }

  private static OpenIntervals state(String key, JsonNode body) {
    StateId id =
        new StateId(
            JsonText.text(key, body, "queryId"),
            (int) JsonText.number(key, body, "generation"),
            JsonText.number(key, body, "batchId"));
    SortedMap<Instant, Map<RowKey, RowTotals>> rows = new TreeMap<>();
    for (JsonNode interval : body.path("intervals")) {
      rows.put(JsonText.instant(key, interval, "start"), rows(key, interval.path("rows")));
    }
    return new OpenIntervals(
        id,
        totals(key, body.path("totals")),
        optionalInstant(key, body, "watermark"),
        optionalInstant(key, body, "closedUpTo"),
        shards(key, body.path("shards")),
        rows);
  }

  private static Totals totals(String key, JsonNode totals) {
    return new Totals(
        JsonText.number(key, totals, "read"),
        JsonText.number(key, totals, "written"),
        JsonText.number(key, totals, "late"),
        JsonText.number(key, totals, "rejected"),
        JsonText.number(key, totals, "abandoned"));
  }

  private static SortedMap<String, ShardProgress> shards(String key, JsonNode shards) {
    SortedMap<String, ShardProgress> progress = new TreeMap<>();
    shards
        .properties()
        .forEach(
            shard ->
                progress.put(
                    shard.getKey(),
                    new ShardProgress(
                        optionalInstant(key, shard.getValue(), "eventTime"),
                        optionalInstant(key, shard.getValue(), "arrival"))));
    return progress;
  }

  private static Map<RowKey, RowTotals> rows(String key, JsonNode rows) {
    Map<RowKey, RowTotals> content = new HashMap<>();
    for (JsonNode row : rows) {
      List<String> dimensions = new ArrayList<>();
      row.path("dimensions").forEach(value -> dimensions.add(value.asText()));
      content.put(
          new RowKey(dimensions, identity(key, row)),
          new RowTotals(JsonText.number(key, row, "records"), measures(row.path("measures"))));
    }
    return content;
  }

  private static @Nullable RecordIdentity identity(String key, JsonNode row) {
    return row.has("eventTime")
        ? new RecordIdentity(
            JsonText.instant(key, row, "eventTime"),
            JsonText.text(key, row, "shardId"),
            JsonText.text(key, row, "sequenceNumber"),
            JsonText.number(key, row, "subSequenceNumber"))
        : null;
  }

  private static List<MeasureTotal> measures(JsonNode measures) {
    List<MeasureTotal> totals = new ArrayList<>();
    for (int i = 0; i + 1 < measures.size(); i += 2) {
      FixedDecimal sum = FixedDecimal.of(new BigDecimal(measures.path(i).asText()));
      totals.add(new MeasureTotal(sum, measures.path(i + 1).asLong()));
    }
    return totals;
  }

  private static @Nullable Instant optionalInstant(String key, JsonNode object, String field) {
    return object.has(field) ? JsonText.instant(key, object, field) : null;
  }
}
