package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has been read, as Spark keeps it in its offset log. Two positions are equal when
 * their JSON is, which is why it is written in one way only.
 */
final class StreamPosition extends Offset {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Before anything was planned: where to begin is not resolved yet. */
  static final StreamPosition BEGINNING = new StreamPosition(null, Map.of());

  private final @Nullable Origin origin;
  private final Map<String, ShardMark> shards;
  private final String json;

  /**
   * What the position was taken from.
   *
   * @param horizon what arrived at this instant or later was left for later
   */
  record Origin(String arn, Instant created, Instant horizon) {
    Origin {
      requireNonNull(arn, "arn");
      requireNonNull(created, "created");
      requireNonNull(horizon, "horizon");
    }
  }

  private StreamPosition(@Nullable Origin origin, Map<String, ShardMark> shards) {
    this.origin = origin;
    this.shards = Collections.unmodifiableMap(new TreeMap<>(shards));
    this.json = write();
  }

  static StreamPosition of(Origin origin, Map<String, ShardMark> shards) {
    return new StreamPosition(requireNonNull(origin, "origin"), shards);
  }

  /** What the position was taken from; empty at the beginning. */
  Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  /** The shards being read, in the order of their ids. */
  Map<String, ShardMark> shards() {
    return shards;
  }

  boolean hasSameCutsAs(StreamPosition other) {
    if (origin == null || other.origin == null || !shards.keySet().equals(other.shards.keySet())) {
      return false;
    }
    return shards.entrySet().stream()
        .allMatch(
            entry ->
                entry
                    .getValue()
                    .at()
                    .equals(requireNonNull(other.shards.get(entry.getKey())).at()));
  }

  @Override
  public String json() {
    return json;
  }

  @Override
  public String toString() {
    return json;
  }

  private String write() {
    ObjectNode root = JSON.createObjectNode().put("version", VERSION);
    if (origin != null) {
      root.put("stream", origin.arn());
      root.put("created", origin.created().toEpochMilli());
      root.put("horizon", origin.horizon().toEpochMilli());
      ObjectNode marks = root.putObject("shards");
      shards.forEach((id, mark) -> write(mark, marks.putObject(id)));
    }
    return root.toString();
  }

  private static void write(ShardMark mark, ObjectNode node) {
    if (!mark.parents().isEmpty()) {
      var parents = node.putArray("parents");
      mark.parents().forEach(parents::add);
    }
    mark.entry().ifPresent(cut -> node.put("entered", cut.text()));
    node.put("at", mark.at().text());
    mark.tip().ifPresent(instant -> node.put("readUpTo", instant.toEpochMilli()));
  }

  /**
   * @throws KinesisSourceException when the text is no position this version can read
   */
  static StreamPosition parse(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw unreadable(json, e);
    }
    if (root.path("version").asInt() != VERSION) {
      throw new KinesisSourceException(
          "the checkpoint holds a stream position of version "
              + root.path("version").asText("none")
              + ", this build reads version "
              + VERSION
              + ": run the build that wrote it, or start with a new checkpoint");
    }
    try {
      return root.has("stream") ? readPosition(root) : BEGINNING;
    } catch (IllegalArgumentException | NullPointerException e) {
      throw unreadable(json, e);
    }
  }

  private static KinesisSourceException unreadable(String json, Exception cause) {
    String shown = json.length() > 200 ? json.substring(0, 200) + "…" : json;
    return new KinesisSourceException(
        "the checkpoint holds no stream position but '"
            + shown
            + "': restore the offset file it came from",
        cause);
  }

  private static StreamPosition readPosition(JsonNode root) {
    Map<String, ShardMark> shards = new TreeMap<>();
    root.path("shards")
        .properties()
        .forEach(entry -> shards.put(entry.getKey(), readMark(entry.getValue())));
    Origin origin =
        new Origin(
            root.get("stream").asText(),
            Instant.ofEpochMilli(root.get("created").asLong()),
            Instant.ofEpochMilli(root.get("horizon").asLong()));
    return new StreamPosition(origin, shards);
  }

  private static ShardMark readMark(JsonNode node) {
    List<String> parents = new ArrayList<>();
    node.path("parents").forEach(parent -> parents.add(parent.asText()));
    return new ShardMark(
        parents,
        node.has("entered") ? Cut.parse(node.get("entered").asText()) : null,
        Cut.parse(node.get("at").asText()),
        node.has("readUpTo") ? Instant.ofEpochMilli(node.get("readUpTo").asLong()) : null);
  }
}
