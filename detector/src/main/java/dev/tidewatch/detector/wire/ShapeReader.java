package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the model's shapes into checks, following references; no shape of the model holds itself.
 */
final class ShapeReader {
  private final JsonNode shapes;
  private final Map<String, Shape> known = new HashMap<>();

  ShapeReader(JsonNode shapes) {
    this.shapes = shapes;
  }

  Shape shape(String name) {
    Shape before = known.get(name);
    if (before != null) {
      return before;
    }
    Shape read = read(name, shapes.get(name));
    known.put(name, read);
    return read;
  }

  private Shape read(String name, JsonNode shape) {
    String type = shape.get("type").asText();
    return switch (type) {
      case "structure" -> structure(shape);
      case "list" -> new ListShape(shape(reference(shape.get("member"))), size(shape));
      case "map" ->
          new MapShape(
              shape(reference(shape.get("key"))),
              shape(reference(shape.get("value"))),
              size(shape));
      case "string" -> text(name, shape);
      case "integer" ->
          new WholeNumberShape(Bounds.numbers(shape, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case "double" -> new DecimalShape(Bounds.numbers(shape, -Double.MAX_VALUE, Double.MAX_VALUE));
      case "timestamp" -> new DecimalShape(Bounds.any());
      case "boolean" -> new FlagShape();
      default -> throw new IllegalStateException("No such type in the service model: " + type);
    };
  }

  private StructureShape structure(JsonNode shape) {
    Set<String> required = new LinkedHashSet<>();
    shape.path("required").forEach(name -> required.add(name.asText()));
    List<StructureShape.Member> members = new ArrayList<>();
    shape
        .get("members")
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              JsonNode member = entry.getValue();
              members.add(
                  new StructureShape.Member(
                      name,
                      member.path("locationName").asText(name),
                      required.contains(name),
                      shape(reference(member))));
            });
    return new StructureShape(members);
  }

  private static Shape text(String name, JsonNode shape) {
    if (shape.has("enum")) {
      Set<String> values = new LinkedHashSet<>();
      shape.get("enum").forEach(value -> values.add(value.asText()));
      return new ChoiceShape(values);
    }
    if (name.equals("TimestampString")) {
      return new TimestampTextShape();
    }
    return shape.has("pattern")
        ? new TextShape(size(shape), translated(shape.get("pattern").asText()))
        : new TextShape(size(shape), null);
  }

  /** The model's expressions are Java's, save for the POSIX way to write a class. */
  static Pattern translated(String expression) {
    return Pattern.compile(expression.replace("[:alnum:]", "\\p{Alnum}"));
  }

  private static Bounds size(JsonNode shape) {
    return Bounds.numbers(shape, 0, Integer.MAX_VALUE);
  }

  private static String reference(JsonNode member) {
    return member.get("shape").asText();
  }
}
