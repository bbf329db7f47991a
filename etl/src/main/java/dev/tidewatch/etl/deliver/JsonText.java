package dev.tidewatch.etl.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** JSON objects as bytes and back; the same content is the same bytes. */
final class JsonText {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonText() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** For people as well: indented, with a line break at the end. */
  static byte[] indented(ObjectNode object) {
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line, with a line break at the end. */
  static byte[] line(ObjectNode object) {
    try {
      return (MAPPER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String key, byte[] content) {
    try {
      JsonNode node = MAPPER.readTree(content);
      if (!node.isObject()) {
        throw new CorruptObjectException(key, "it is no JSON object");
      }
      return node;
    } catch (IOException e) {
      throw new CorruptObjectException(key, e);
    }
  }

  static JsonNode parse(String key, byte[] content, int version) {
    JsonNode node = parse(key, content);
    int found = node.path("version").asInt(-1);
    if (found != version) {
      throw new CorruptObjectException(
          key, "its version is " + found + "; this release reads version " + version);
    }
    return node;
  }

  static String text(String key, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw new CorruptObjectException(key, "it has no text '" + field + "'");
    }
    return value.asText();
  }

  static long number(String key, JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber()) {
      throw new CorruptObjectException(key, "it has no number '" + field + "'");
    }
    return value.asLong();
  }

  static Instant instant(String key, JsonNode object, String field) {
    String text = text(key, object, field);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new CorruptObjectException(key, "'" + field + "' is no time: " + text);
    }
  }
}
