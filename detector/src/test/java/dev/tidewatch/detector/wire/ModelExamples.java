package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Random;

/** Makes documents that keep to the model, every member filled, from a seed. */
public final class ModelExamples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("Arn", "arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop/m%d"),
          Map.entry("AthenaS3ResultsPath", "s3://results/%d/"),
          Map.entry("HistoricalDataPath", "s3://bucket.with.dots/history/%d/"),
          Map.entry("TemplatedPath", "s3://bucket/{{yyyy-MM-dd}}/{{HHmm}}/%d/"),
          Map.entry("Delimiter", "\t"),
          Map.entry("QuoteSymbol", ""),
          Map.entry("Charset", "UTF-8"),
          Map.entry(
              "KmsKeyArn",
              "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"),
          Map.entry(
              "PoirotSecretManagerArn",
              "arn:aws:secretsmanager:us-east-1:1:secret:AmazonLookoutMetrics-%d"),
          Map.entry("TimestampString", "2026-11-20T10:05Z[UTC]"),
          Map.entry("UUID", "60359687-afb8-4c46-af3d-aea03614a53f"));

  private final ModelDocument model;
  private final Random random;

  public ModelExamples(ModelDocument model, long seed) {
    this.model = model;
    this.random = new Random(seed);
  }

  /** Members under the names they have in the document; those of path and query are among them. */
  public ObjectNode example(String structure) {
    return (ObjectNode) value(structure);
  }

  private JsonNode value(String name) {
    JsonNode shape = model.shape(name);
    return switch (shape.get("type").asText()) {
      case "structure" -> structure(shape);
      case "list" -> list(shape);
      case "map" -> map(shape);
      case "string" -> NODES.textNode(text(name, shape));
      case "integer" -> NODES.numberNode(number(shape));
      case "double" -> NODES.numberNode(number(shape) + 0.25);
      case "timestamp" -> NODES.numberNode(1_795_190_400.125 + random.nextInt(1000));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private ObjectNode structure(JsonNode shape) {
    ObjectNode object = NODES.objectNode();
    for (var member : shape.get("members").properties()) {
      object.set(
          member.getValue().path("locationName").asText(member.getKey()),
          value(member.getValue().get("shape").asText()));
    }
    return object;
  }

  private ArrayNode list(JsonNode shape) {
    ArrayNode list = NODES.arrayNode();
    int size = Math.min(shape.path("max").asInt(3), 1 + random.nextInt(3));
    for (int i = 0; i < size; i++) {
      list.add(value(shape.get("member").get("shape").asText()));
    }
    return list;
  }

  private ObjectNode map(JsonNode shape) {
    ObjectNode map = NODES.objectNode();
    for (int i = 0; i < 2; i++) {
      map.set("key " + i + " ä/", value(shape.get("value").get("shape").asText()));
    }
    return map;
  }

  private String text(String name, JsonNode shape) {
    if (shape.has("enum")) {
      return shape.get("enum").get(random.nextInt(shape.get("enum").size())).asText();
    }
    return String.format(TEXTS.getOrDefault(name, "word%d"), random.nextInt(1000));
  }

  private int number(JsonNode shape) {
    int least = shape.path("min").asInt(0);
    int most = shape.path("max").asInt(1_000_000);
    return least + random.nextInt(most - least);
  }
}
