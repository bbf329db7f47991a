package dev.tidewatch.etl.asl;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.etl.deliver.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Up to which record of each shard all is written. Kept beside the output, one object, replaced
 * after each batch: a crash between the two makes the batch be written again.
 *
 * @param shards the sequence number of the last record written, by shard
 */
record WrittenPosition(SortedMap<String, String> shards) {
  private static final String KEY = "control/dstream.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  WrittenPosition {
    shards = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(shards, "shards")));
  }

  /** Nothing is written yet when there is no such object. */
  static WrittenPosition load(ObjectStore store) {
    return store
        .get(KEY)
        .map(json -> new WrittenPosition(read(json)))
        .orElse(new WrittenPosition(new TreeMap<>()));
  }

  private static SortedMap<String, String> read(byte[] json) {
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(KEY + " holds no position: " + e.getMessage(), e);
    }
  }

  void save(ObjectStore store) {
    try {
      store.put(KEY, JSON.writeValueAsBytes(shards));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The position when these were written as well. */
  WrittenPosition and(Map<String, String> newest) {
    SortedMap<String, String> after = new TreeMap<>(shards);
    newest.forEach((shard, sequence) -> after.merge(shard, sequence, WrittenPosition::later));
    return new WrittenPosition(after);
  }

  static String later(String left, String right) {
    return RecordPlace.BY_SEQUENCE.compare(left, right) < 0 ? right : left;
  }

  /** As the ledger names the place. */
  String text(String shardId) {
    String sequence = shards.get(shardId);
    return sequence == null ? "START" : "AFTER:" + sequence;
  }
}
