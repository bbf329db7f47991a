package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON, remembering lines. */
final class JsonTemplate {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();

  JsonTemplate(String name) {
    this.name = name;
  }

  Template read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonNode root = value(parser, "");
      if (parser.nextToken() != null) {
        throw invalid(parser, "something follows the end of the template");
      }
      return new Template(name, root, lines);
    } catch (JsonProcessingException mistake) {
      throw new InvalidTemplate(
          name,
          List.of(
              "line "
                  + mistake.getLocation().getLineNr()
                  + ": is no JSON: "
                  + mistake.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text cannot fail to be read", impossible);
    }
  }

  private InvalidTemplate invalid(JsonParser parser, String message) {
    return new InvalidTemplate(
        name, List.of("line " + parser.currentTokenLocation().getLineNr() + ": " + message));
  }

  private JsonNode value(JsonParser parser, String path) throws IOException {
    lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, path);
      case START_ARRAY -> list(parser, path);
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      case VALUE_NUMBER_INT -> whole(parser.getText());
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      default -> TextNode.valueOf(parser.getText());
    };
  }

  private ObjectNode mapping(JsonParser parser, String path) throws IOException {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (mapping.has(key)) {
        throw invalid(parser, "'" + key + "' is there twice");
      }
      String place = path.isEmpty() ? key : path + "." + key;
      lines.put(place, parser.currentTokenLocation().getLineNr());
      parser.nextToken();
      mapping.set(key, value(parser, place));
    }
    return mapping;
  }

  private ArrayNode list(JsonParser parser, String path) throws IOException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser, path + "[" + list.size() + "]"));
    }
    return list;
  }

  /** A number that keeps its digits. */
  static JsonNode whole(String digits) {
    return digits.length() <= 18
        ? LongNode.valueOf(Long.parseLong(digits))
        : TextNode.valueOf(digits);
  }
}
