package dev.tidewatch.evaluation.cube;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.scoring.group.AnomalyGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Writes anomaly groups, one JSON object a line. */
final class GroupFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GroupFile() {}

  static void write(Path file, Collection<AnomalyGroup> groups) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, groups.stream().map(group -> json(group).toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }

  private static ObjectNode json(AnomalyGroup group) {
    ObjectNode json = JSON.createObjectNode();
    json.put("measure", group.measure());
    json.put("start", group.start().getEpochSecond());
    json.put("end", group.end().getEpochSecond());
    json.put("severity", group.severity());
    ArrayNode contributions = json.putArray("contributions");
    group
        .contributions()
        .forEach(
            each ->
                contributions
                    .addObject()
                    .put("dimension", each.dimension())
                    .put("value", each.value())
                    .put("score", each.score()));
    ArrayNode related = json.putArray("related");
    group
        .related()
        .forEach(
            each ->
                related
                    .addObject()
                    .put("measure", each.measure())
                    .put("type", each.relation() + "_OF_INPUT_ANOMALY_GROUP")
                    .put("contribution", each.contributionPercent())
                    .put("lag", each.lag()));
    return json;
  }
}
