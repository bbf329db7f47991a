package dev.tidewatch.localaws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The Query protocol's forms and documents as the trees that JSON has. */
final class Trees {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MEMBER = "member";

  private Trees() {}

  /** {@code Tags.member.1.Key=team} is a list of one object with one text. */
  static JsonNode read(Form form) {
    ObjectNode root = JSON.objectNode();
    form.values().forEach((name, value) -> place(root, name.split("\\."), value));
    return withLists(root);
  }

  static void write(Xml xml, JsonNode object) {
    object.fields().forEachRemaining(field -> writeField(xml, field.getKey(), field.getValue()));
  }

  // Maps are lists of entries, which are not called members.
  private static void writeField(Xml xml, String name, JsonNode value) {
    if (name.equals("entry") && value.isArray()) {
      value.forEach(one -> xml.element(name, content -> write(content, one)));
    } else {
      xml.element(name, content -> writeValue(content, value));
    }
  }

  private static void writeValue(Xml xml, JsonNode value) {
    if (value.isArray()) {
      value.forEach(one -> xml.element(MEMBER, content -> writeValue(content, one)));
    } else if (value.isObject()) {
      write(xml, value);
    } else {
      xml.text(value.asText());
    }
  }

  private static void place(ObjectNode root, String[] path, String value) {
    ObjectNode at = root;
    for (int step = 0; step < path.length - 1; step++) {
      at = at.get(path[step]) instanceof ObjectNode there ? there : at.putObject(path[step]);
    }
    at.put(path[path.length - 1], value);
  }

  private static JsonNode withLists(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1 && node.path(MEMBER).isObject()) {
      return list(node.path(MEMBER));
    }
    ObjectNode changed = JSON.objectNode();
    node.fields()
        .forEachRemaining(field -> changed.set(field.getKey(), withLists(field.getValue())));
    return changed;
  }

  private static ArrayNode list(JsonNode numbered) {
    Map<Integer, JsonNode> sorted = new TreeMap<>();
    numbered
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().matches("[0-9]{1,6}")) {
                throw new AwsException(
                    400, "MalformedQueryString", "'" + field.getKey() + "' is no place in a list");
              }
              sorted.put(Integer.valueOf(field.getKey()), withLists(field.getValue()));
            });
    return JSON.arrayNode().addAll(sorted.values());
  }
}
