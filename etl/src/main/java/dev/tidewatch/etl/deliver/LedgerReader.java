package dev.tidewatch.etl.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what {@link BatchLedger#write} wrote.
 *
 * @param key where it lies, for messages
 */
record LedgerReader(String key) {

  BatchLedger read(byte[] content) {
    JsonNode json = JsonText.parse(key, content, BatchLedger.VERSION);
    StateId id =
        new StateId(
            JsonText.text(key, json, "queryId"),
            (int) JsonText.number(key, json, "generation"),
            JsonText.number(key, json, "batchId"));
    List<BatchLedger.Range> ranges = new ArrayList<>();
    json.path("ranges").forEach(range -> ranges.add(range(range)));
    List<PublishedInterval> published = new ArrayList<>();
    json.path("published").forEach(interval -> published.add(interval(interval)));
    return new BatchLedger(
        id,
        json.has("watermark") ? JsonText.instant(key, json, "watermark") : null,
        JsonText.number(key, json, "open"),
        JsonText.number(key, json, "abandoned"),
        ranges,
        countsByInterval(json.path("acceptedByInterval")),
        countsByInterval(json.path("lateByInterval")),
        published);
  }

  private BatchLedger.Range range(JsonNode json) {
    SortedMap<String, Long> rejected = new TreeMap<>();
    json.path("rejected")
        .properties()
        .forEach(count -> rejected.put(count.getKey(), count.getValue().asLong()));
    List<SideObject> sideObjects = new ArrayList<>();
    json.path("sideObjects").forEach(object -> sideObjects.add(sideObject(object)));
    return new BatchLedger.Range(
        JsonText.text(key, json, "shardId"),
        JsonText.text(key, json, "from"),
        JsonText.text(key, json, "to"),
        JsonText.number(key, json, "read"),
        JsonText.number(key, json, "accepted"),
        JsonText.number(key, json, "late"),
        rejected,
        sideObjects);
  }

  private SideObject sideObject(JsonNode json) {
    String area = JsonText.text(key, json, "area");
    for (SideObject.Area known : SideObject.Area.values()) {
      if (known.name().equals(area)) {
        return new SideObject(
            known, JsonText.text(key, json, "key"), JsonText.number(key, json, "lines"));
      }
    }
    throw new CorruptObjectException(key, "it names the unknown area " + area);
  }

  private PublishedInterval interval(JsonNode json) {
    return new PublishedInterval(
        JsonText.instant(key, json, "start"),
        JsonText.instant(key, json, "end"),
        (int) JsonText.number(key, json, "rows"),
        JsonText.number(key, json, "records"),
        new Folding(
            (int) JsonText.number(key, json, "foldedRows"),
            JsonText.number(key, json, "foldedRecords")),
        json.has("conflict") ? JsonText.text(key, json, "conflict") : null);
  }

  private SortedMap<Instant, Long> countsByInterval(JsonNode json) {
    SortedMap<Instant, Long> counts = new TreeMap<>();
    json.properties()
        .forEach(count -> counts.put(instant(count.getKey()), count.getValue().asLong()));
    return counts;
  }

  private Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new CorruptObjectException(key, "'" + text + "' is no time");
    }
  }
}
