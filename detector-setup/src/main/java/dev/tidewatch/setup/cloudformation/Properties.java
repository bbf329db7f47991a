package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The properties of a resource, with those for which CloudFormation's schema has no place. */
final class Properties {
  /** Where in a resource's metadata they are. */
  static final String METADATA = "Tidewatch";

  private Properties() {}

  /** The values of what was written, and of its metadata. */
  static ObjectNode of(Template template, Expressions expressions, String id, JsonNode written) {
    ObjectNode values = evaluated(expressions, written, Template.properties(id));
    JsonNode metadata = template.resource(id).path("Metadata").path(METADATA);
    merge(values, evaluated(expressions, metadata, "Resources." + id + ".Metadata." + METADATA));
    return values;
  }

  private static ObjectNode evaluated(Expressions expressions, JsonNode written, String path) {
    return expressions
        .told(written, path)
        .filter(JsonNode::isObject)
        .<ObjectNode>map(JsonNode::deepCopy)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private static void merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(
            entry -> {
              JsonNode there = into.path(entry.getKey());
              if (there instanceof ObjectNode inner && entry.getValue().isObject()) {
                merge(inner, entry.getValue());
              } else {
                into.set(entry.getKey(), entry.getValue());
              }
            });
  }
}
