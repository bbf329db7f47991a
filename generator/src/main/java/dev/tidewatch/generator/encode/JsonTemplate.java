package dev.tidewatch.generator.encode;

import dev.tidewatch.generator.encode.Fields.Content;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as a JSON object on one line; a field {@code a.b} stands as b in the object a. */
final class JsonTemplate {
  private JsonTemplate() {}

  static RecordTemplate of(Fields fields) {
    Node root = new Node();
    fields.byField().forEach((field, content) -> root.put(field, field.split("\\."), 0, content));
    RecordTemplate.Builder object = new RecordTemplate.Builder();
    root.append(object, fields.timestampIsNumber());
    return object.build();
  }

  /** An object in the making: fields are contents or objects. */
  private static final class Node {
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final Map<String, Node> objects = new LinkedHashMap<>();

    void put(String field, String[] path, int depth, Content content) {
      String key = path[depth];
      boolean last = depth == path.length - 1;
      if (contents.containsKey(key) || (last && objects.containsKey(key))) {
        throw new IllegalArgumentException(
            "field '" + field + "' and another one cannot both stand in one JSON object");
      }
      if (last) {
        contents.put(key, content);
      } else {
        objects.computeIfAbsent(key, name -> new Node()).put(field, path, depth + 1, content);
      }
    }

    void append(RecordTemplate.Builder object, boolean timestampIsNumber) {
      char separator = '{';
      for (Map.Entry<String, Content> entry : contents.entrySet()) {
        object.literal(separator).literal(text(entry.getKey())).literal(':');
        append(object, entry.getValue(), timestampIsNumber);
        separator = ',';
      }
      for (Map.Entry<String, Node> entry : objects.entrySet()) {
        object.literal(separator).literal(text(entry.getKey())).literal(':');
        entry.getValue().append(object, timestampIsNumber);
        separator = ',';
      }
      object.literal('}');
    }

    private static void append(
        RecordTemplate.Builder object, Content content, boolean timestampIsNumber) {
      if (content.isText()) {
        object.literal(text(content.text()));
      } else if (content.gap() == RecordTemplate.TIMESTAMP && !timestampIsNumber) {
        object.literal('"').gap(content.gap()).literal('"');
      } else {
        object.gap(content.gap());
      }
    }

    private static String text(String value) {
      StringBuilder text = new StringBuilder("\"");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          text.append('\\').append(c);
        } else if (c < ' ') {
          text.append("\\u00").append(Character.forDigit(c >> 4, 16));
          text.append(Character.forDigit(c & 15, 16));
        } else {
          text.append(c);
        }
      }
      return text.append('"').toString();
    }
  }
}
