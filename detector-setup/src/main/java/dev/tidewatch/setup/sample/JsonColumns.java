package dev.tidewatch.setup.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of JSON objects as columns, those of inner objects under both names and a dot. */
final class JsonColumns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonColumns() {}

  static List<Column> of(List<String> lines) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String line : lines) {
      try {
        add(JSON.readTree(line), "", columns);
      } catch (JsonProcessingException broken) {
        throw new IllegalStateException(
            "a line of the sample is no JSON object: "
                + line.substring(0, Math.min(60, line.length()))
                + "; detectors read an object a line: jq -c . SAMPLE makes that of others",
            broken);
      }
    }
    return columns.entrySet().stream()
        .map(entry -> new Column(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void add(JsonNode object, String above, Map<String, List<String>> columns) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = above + field.getKey();
      if (field.getValue().isObject()) {
        add(field.getValue(), name + ".", columns);
      } else if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        columns.computeIfAbsent(name, key -> new ArrayList<>()).add(field.getValue().asText());
      }
    }
  }
}
