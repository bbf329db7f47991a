package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Breaks a right request in every single way the model forbids, one at a time. */
public final class Breakages {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONG = 100_000;

  private final ModelDocument model;
  private final ModelExamples examples;
  private final List<Breakage> found = new ArrayList<>();

  private Breakages(ModelDocument model, long seed) {
    this.model = model;
    this.examples = new ModelExamples(model, seed);
  }

  public static List<Breakage> of(ModelDocument model, long seed) {
    Breakages breakages = new Breakages(model, seed);
    for (String operation : model.operations()) {
      ObjectNode request = breakages.examples.example(model.input(operation));
      breakages.structure(
          operation, request, model.shape(model.input(operation)), root -> root, "");
    }
    return breakages.found;
  }

  /** Where in a copy of the request the broken value is. */
  private interface Place {
    JsonNode in(ObjectNode request);
  }

  private void structure(
      String operation, ObjectNode request, JsonNode shape, Place place, String path) {
    List<String> required = new ArrayList<>();
    shape.path("required").forEach(name -> required.add(name.asText()));
    for (var member : shape.get("members").properties()) {
      if (member.getValue().has("location")) {
        continue;
      }
      String wireName = member.getValue().path("locationName").asText(member.getKey());
      String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      Place object = place;
      if (required.contains(member.getKey())) {
        add(operation, request, name, "missing", copy -> object(object, copy).remove(wireName));
        add(operation, request, name, "null", copy -> object(object, copy).putNull(wireName));
      }
      value(
          operation,
          request,
          member.getValue().get("shape").asText(),
          (copy, broken) -> object(object, copy).set(wireName, broken),
          copy -> object(object, copy).get(wireName),
          name);
    }
  }

  private interface Put {
    void in(ObjectNode request, JsonNode broken);
  }

  private void value(
      String operation, ObjectNode request, String shapeName, Put put, Place place, String path) {
    JsonNode shape = model.shape(shapeName);
    wrong(shapeName, shape)
        .forEach(
            broken ->
                add(
                    operation,
                    request,
                    path,
                    "= " + shown(broken),
                    copy -> put.in(copy, broken.deepCopy())));
    switch (shape.get("type").asText()) {
      case "structure" -> structure(operation, request, shape, place, path);
      case "list" -> list(operation, request, shape, place, path);
      case "map" -> map(operation, request, shape, place, path);
      default -> {}
    }
  }

  private void list(
      String operation, ObjectNode request, JsonNode shape, Place place, String path) {
    int least = shape.path("min").asInt(0);
    if (least > 0) {
      add(operation, request, path, "empty", copy -> ((ArrayNode) place.in(copy)).removeAll());
    }
    if (shape.has("max")) {
      int tooMany = shape.get("max").asInt() + 1;
      add(
          operation,
          request,
          path,
          "of " + tooMany,
          copy -> {
            ArrayNode list = (ArrayNode) place.in(copy);
            while (list.size() < tooMany) {
              list.add(list.get(0).deepCopy());
            }
          });
    }
    value(
        operation,
        request,
        shape.get("member").get("shape").asText(),
        (copy, broken) -> ((ArrayNode) place.in(copy)).set(0, broken),
        copy -> place.in(copy).get(0),
        path + "[0]");
    add(operation, request, path + "[0]", "null", copy -> ((ArrayNode) place.in(copy)).setNull(0));
  }

  private void map(String operation, ObjectNode request, JsonNode shape, Place place, String path) {
    add(operation, request, path, "empty", copy -> object(place, copy).removeAll());
    int most = shape.get("max").asInt();
    add(
        operation,
        request,
        path,
        "too many",
        copy -> {
          for (int i = 0; i <= most; i++) {
            object(place, copy).put("more" + i, "v");
          }
        });
    add(
        operation,
        request,
        path + ".k",
        "long",
        copy -> object(place, copy).put("k", "v".repeat(257)));
    add(operation, request, path + ".k", "number", copy -> object(place, copy).put("k", 5));
    add(operation, request, path + ".", "empty key", copy -> object(place, copy).put("", "v"));
  }

  private static Stream<JsonNode> wrong(String name, JsonNode shape) {
    JsonNode text = NODES.textNode("5");
    JsonNode number = NODES.numberNode(5);
    JsonNode flag = NODES.booleanNode(true);
    JsonNode list = NODES.arrayNode();
    JsonNode object = NODES.objectNode();
    return switch (shape.get("type").asText()) {
      case "structure" -> Stream.of(text, number, flag, list);
      case "map" -> Stream.of(text, number, flag, list);
      case "list" -> Stream.of(text, number, flag, object);
      case "boolean" -> Stream.of(text, number, list, object);
      case "string" -> Stream.concat(Stream.of(number, flag, list, object), texts(name, shape));
      case "integer" ->
          Stream.concat(
              Stream.of(
                  text, flag, list, object, NODES.numberNode(1.5), NODES.numberNode(1L << 40)),
              numbers(shape));
      default -> Stream.concat(Stream.of(text, flag, list, object), numbers(shape));
    };
  }

  private static Stream<JsonNode> texts(String name, JsonNode shape) {
    List<String> wrong = new ArrayList<>();
    if (shape.has("enum")) {
      wrong.addAll(List.of("NOPE", "", "sum"));
    } else if (name.equals("TimestampString")) {
      wrong.addAll(List.of("", "yesterday", "2026-11-20", "2026-11-20T10:05", "2026-13-20T10:05Z"));
    }
    if (shape.has("max")) {
      wrong.add("a".repeat(shape.get("max").asInt() + 1));
      wrong.add("a".repeat(LONG));
    }
    if (shape.path("min").asInt(0) > 0) {
      wrong.add("");
    }
    if (shape.has("pattern") && !name.equals("TimestampString")) {
      Pattern pattern = Pattern.compile(shape.get("pattern").asText());
      Stream.of("", " ", "\n", "!", "\u0001", "a\nb", "ab\n", ":x", "-".repeat(20), "ß")
          .filter(candidate -> !pattern.matcher(candidate).matches())
          .forEach(wrong::add);
    }
    return wrong.stream().map(NODES::textNode);
  }

  private static Stream<JsonNode> numbers(JsonNode shape) {
    return shape.has("max")
        ? Stream.of(
            NODES.numberNode(shape.get("min").asInt() - 1),
            NODES.numberNode(shape.get("max").asInt() + 1))
        : Stream.of();
  }

  private void add(
      String operation, ObjectNode request, String field, String what, Consumer<ObjectNode> harm) {
    ObjectNode copy = request.deepCopy();
    harm.accept(copy);
    found.add(new Breakage(operation, copy, field, what));
  }

  private static ObjectNode object(Place place, ObjectNode request) {
    return (ObjectNode) place.in(request);
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 80 ? text.substring(0, 80) : text;
  }
}
