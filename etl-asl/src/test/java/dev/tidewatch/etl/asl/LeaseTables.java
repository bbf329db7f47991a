package dev.tidewatch.etl.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The few operations of DynamoDB that the Kinesis client library keeps its leases with, on tables
 * in memory whose key is the one attribute they were created with.
 */
final class LeaseTables {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Table> tables = new TreeMap<>();

  private static final class Table {
    final String keyName;
    final Map<String, ObjectNode> items = new TreeMap<>();

    Table(String keyName) {
      this.keyName = keyName;
    }

    String keyOf(JsonNode attributes) {
      return attributes.path(keyName).path("S").asText();
    }
  }

  /** An answer that the client is to see as an exception of this name. */
  static final class Refused extends Exception {
    private final String type;

    Refused(String type) {
      super(type);
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  synchronized JsonNode answer(String operation, JsonNode ask) throws Refused {
    return switch (operation) {
      case "CreateTable" -> create(ask);
      case "DescribeTable" -> describe(ask);
      case "PutItem" -> put(ask);
      case "UpdateItem" -> update(ask);
      case "GetItem" -> get(ask);
      case "DeleteItem" -> delete(ask);
      case "Scan" -> scan(ask);
      default -> throw new Refused("UnknownOperationException");
    };
  }

  /** The value of an attribute of each item that has it, by the item's key. */
  synchronized Map<String, String> values(String table, String attribute) {
    Map<String, String> values = new TreeMap<>();
    Table known = tables.get(table);
    if (known != null) {
      known.items.forEach(
          (key, item) -> {
            if (item.has(attribute)) {
              values.put(key, item.get(attribute).elements().next().asText());
            }
          });
    }
    return values;
  }

  /** Sets a text attribute of an item. */
  synchronized void set(String table, String key, String attribute, String value) {
    tables.get(table).items.get(key).putObject(attribute).put("S", value);
  }

  private Table table(JsonNode ask) throws Refused {
    Table table = tables.get(ask.path("TableName").asText());
    if (table == null) {
      throw new Refused("ResourceNotFoundException");
    }
    return table;
  }

  private JsonNode create(JsonNode ask) throws Refused {
    if (tables.containsKey(ask.path("TableName").asText())) {
      throw new Refused("ResourceInUseException");
    }
    String keyName = ask.path("KeySchema").path(0).path("AttributeName").asText();
    tables.put(ask.path("TableName").asText(), new Table(keyName));
    return description("TableDescription", ask);
  }

  private JsonNode describe(JsonNode ask) throws Refused {
    table(ask);
    return description("Table", ask);
  }

  private static JsonNode description(String field, JsonNode ask) {
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject(field)
        .put("TableName", ask.path("TableName").asText())
        .put("TableStatus", "ACTIVE");
    return answer;
  }

  private JsonNode put(JsonNode ask) throws Refused {
    Table table = table(ask);
    String key = table.keyOf(ask.path("Item"));
    checkExpected(ask, table.items.get(key));
    table.items.put(key, ask.path("Item").deepCopy());
    return JSON.createObjectNode();
  }

  private JsonNode update(JsonNode ask) throws Refused {
    Table table = table(ask);
    String key = table.keyOf(ask.path("Key"));
    checkExpected(ask, table.items.get(key));
    ObjectNode item = table.items.computeIfAbsent(key, none -> ask.path("Key").deepCopy());
    ask.path("AttributeUpdates")
        .fields()
        .forEachRemaining(change -> change(item, change.getKey(), change.getValue()));
    return JSON.createObjectNode();
  }

  private static void change(ObjectNode item, String attribute, JsonNode change) {
    switch (change.path("Action").asText("PUT")) {
      case "PUT" -> item.set(attribute, change.get("Value"));
      case "DELETE" -> item.remove(attribute);
      default -> throw new IllegalArgumentException("no lease needs " + change);
    }
  }

  private JsonNode get(JsonNode ask) throws Refused {
    Table table = table(ask);
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode item = table.items.get(table.keyOf(ask.path("Key")));
    return item == null ? answer : answer.set("Item", item);
  }

  private JsonNode delete(JsonNode ask) throws Refused {
    Table table = table(ask);
    String key = table.keyOf(ask.path("Key"));
    checkExpected(ask, table.items.get(key));
    table.items.remove(key);
    return JSON.createObjectNode();
  }

  private JsonNode scan(JsonNode ask) throws Refused {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("Items");
    table(ask).items.values().stream()
        .limit(ask.path("Limit").asInt(Integer.MAX_VALUE))
        .forEach(items::add);
    answer.put("Count", items.size()).put("ScannedCount", items.size());
    return answer;
  }

  private static void checkExpected(JsonNode ask, ObjectNode item) throws Refused {
    var expected = ask.path("Expected").fields();
    while (expected.hasNext()) {
      var each = expected.next();
      JsonNode found = item == null ? null : item.get(each.getKey());
      boolean met =
          each.getValue().has("Value")
              ? each.getValue().get("Value").equals(found)
              : (found != null) == each.getValue().path("Exists").asBoolean(true);
      if (!met) {
        throw new Refused("ConditionalCheckFailedException");
      }
    }
  }
}
