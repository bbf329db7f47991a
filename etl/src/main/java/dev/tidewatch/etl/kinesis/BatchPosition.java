package dev.tidewatch.etl.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a batch stands in the stream: the content of the one row without a shard id that every
 * batch has when the option {@code positions} is on. It lists every shard that has something
 * unread, had when the batch was planned, or waits for its children to begin.
 *
 * @param stream the ARN of the stream
 */
public record BatchPosition(String stream, List<ShardStep> shards) implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();

  public BatchPosition {
    shards = List.copyOf(shards);
  }

  /** As the row carries it: JSON in UTF-8. */
  public byte[] toJson() {
    ObjectNode root = JSON.createObjectNode().put("stream", stream);
    ArrayNode steps = root.putArray("shards");
    for (ShardStep shard : shards) {
      ObjectNode step = steps.addObject().put("shardId", shard.shardId());
      ArrayNode parents = step.putArray("parents");
      shard.parents().forEach(parents::add);
      step.put("from", shard.from()).put("to", shard.to());
      step.put("readUpTo", shard.tip().map(Instant::toString).orElse(null));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the {@code data} of a position row.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static BatchPosition parse(byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      List<ShardStep> shards = new ArrayList<>();
      root.required("shards").forEach(step -> shards.add(readStep(step)));
      return new BatchPosition(root.required("stream").asText(), shards);
    } catch (IOException e) {
      throw new IllegalArgumentException("the row holds no batch position: " + e.getMessage(), e);
    }
  }

  private static ShardStep readStep(JsonNode step) {
    List<String> parents = new ArrayList<>();
    step.required("parents").forEach(parent -> parents.add(parent.asText()));
    return new ShardStep(
        step.required("shardId").asText(),
        parents,
        step.required("from").asText(),
        step.required("to").asText(),
        step.hasNonNull("readUpTo") ? Instant.parse(step.get("readUpTo").asText()) : null);
  }
}
