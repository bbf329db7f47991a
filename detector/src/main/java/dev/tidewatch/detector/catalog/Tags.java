package dev.tidewatch.detector.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The tags of detectors, datasets and alerts, by ARN; not inherited (contract section 8). */
public final class Tags {
  private Tags() {}

  /** In the order of their keys. */
  public static SortedMap<String, String> of(Handle handle, String arn) {
    SortedMap<String, String> tags = new TreeMap<>();
    handle
        .createQuery("SELECT key, value FROM tag WHERE arn = ? ORDER BY key")
        .bind(0, arn)
        .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    return tags;
  }

  /** Adds tags; of keys that are there already, changes the values. */
  public static void put(Handle handle, String arn, Map<String, String> tags) {
    tags.forEach(
        (key, value) ->
            handle.execute(
                "INSERT INTO tag (arn, key, value) VALUES (?, ?, ?)"
                    + " ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value",
                arn,
                key,
                value));
  }

  /** Keys that are not there are passed over. */
  public static void remove(Handle handle, String arn, Collection<String> keys) {
    keys.forEach(key -> handle.execute("DELETE FROM tag WHERE arn = ? AND key = ?", arn, key));
  }

  static void removeAll(Handle handle, String arn) {
    handle.execute("DELETE FROM tag WHERE arn = ?", arn);
  }

  static void removeUnder(Handle handle, String prefix) {
    handle.execute("DELETE FROM tag WHERE substr(arn, 1, ?) = ?", prefix.length(), prefix);
  }
}
