package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.metricset.interval.Interval;

/**
 * Says that an interval is complete, and of what. It is written after the interval's object, and
 * depends on the interval's records alone: not on how they were cut into batches.
 *
 * @param metricSet the name of the metric set
 * @param object the key of the interval's object
 * @param rows how many rows it has
 * @param records how many records are in the rows; zero when nothing happened
 * @param bytes how long it is
 * @param sha256 its SHA-256 in lower-case hexadecimal
 */
public record Manifest(
    String metricSet,
    Interval interval,
    String object,
    int rows,
    long records,
    long bytes,
    String sha256,
    Folding folding) {
  static final int VERSION = 1;

  public Manifest {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(interval, "interval");
    requireNonNull(object, "object");
    requireNonNull(sha256, "sha256");
    requireNonNull(folding, "folding");
  }

  /** Whether nothing happened in the interval. */
  public boolean empty() {
    return records == 0;
  }

  /** The manifest as an object. */
  public byte[] write() {
    ObjectNode json =
        JsonText.object()
            .put("version", VERSION)
            .put("metricSet", metricSet)
            .put("intervalStart", interval.start().toString())
            .put("intervalEnd", interval.end().toString())
            .put("object", object)
            .put("empty", empty())
            .put("rows", rows)
            .put("records", records)
            .put("bytes", bytes)
            .put("sha256", sha256);
    json.set(
        "folded", JsonText.object().put("rows", folding.rows()).put("records", folding.records()));
    return JsonText.indented(json);
  }

  /**
   * Reads a manifest.
   *
   * @param key where it lies, for messages
   * @throws CorruptObjectException when it is none
   */
  public static Manifest read(String key, byte[] content) {
    JsonNode json = JsonText.parse(key, content, VERSION);
    JsonNode folded = json.path("folded");
    try {
      return new Manifest(
          JsonText.text(key, json, "metricSet"),
          new Interval(
              JsonText.instant(key, json, "intervalStart"),
              JsonText.instant(key, json, "intervalEnd")),
          JsonText.text(key, json, "object"),
          (int) JsonText.number(key, json, "rows"),
          JsonText.number(key, json, "records"),
          JsonText.number(key, json, "bytes"),
          JsonText.text(key, json, "sha256"),
          new Folding(
              (int) JsonText.number(key, folded, "rows"), JsonText.number(key, folded, "records")));
    } catch (IllegalArgumentException e) {
      throw new CorruptObjectException(key, e);
    }
  }
}
