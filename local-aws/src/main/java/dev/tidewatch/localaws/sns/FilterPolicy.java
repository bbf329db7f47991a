package dev.tidewatch.localaws.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.pattern.Condition;
import dev.tidewatch.localaws.pattern.InvalidPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which messages a subscriber wants: every named property has to match one of its conditions.
 * Conditions are exact values, {@code prefix}, {@code suffix}, {@code equals-ignore-case}, {@code
 * anything-but}, {@code numeric} and {@code exists}; {@code $or} takes alternatives.
 */
final class FilterPolicy {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Rule> rules;

  private FilterPolicy(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Whether messages are judged by their attributes or by their body, which then is JSON. */
  enum Scope {
    ATTRIBUTES,
    BODY;

    static Scope parse(String name) {
      return switch (name) {
        case "MessageAttributes" -> ATTRIBUTES;
        case "MessageBody" -> BODY;
        default ->
            throw SnsErrors.invalid(
                "FilterPolicyScope: '" + name + "' is neither MessageAttributes nor MessageBody");
      };
    }
  }

  /**
   * @throws dev.tidewatch.localaws.protocol.AwsException when SNS would refuse the policy
   */
  static FilterPolicy parse(String policy, Scope scope) {
    try {
      return of(JSON.readTree(policy), scope);
    } catch (JsonProcessingException broken) {
      throw SnsErrors.invalid("FilterPolicy: failed to parse JSON. " + broken.getOriginalMessage());
    }
  }

  boolean acceptsAttributes(Map<String, MessageAttribute> attributes) {
    Map<String, List<JsonNode>> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(name, values(attribute)));
    return rules.stream()
        .allMatch(rule -> rule.accepts(name -> values.getOrDefault(name, List.of())));
  }

  /** A body that is not a JSON object fits no policy. */
  boolean acceptsBody(String body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      return parsed.isObject() && accepts(parsed);
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private boolean accepts(JsonNode object) {
    return rules.stream().allMatch(rule -> rule.accepts(name -> flat(object.path(name))));
  }

  private static FilterPolicy of(JsonNode policy, Scope scope) {
    if (!policy.isObject()) {
      throw SnsErrors.invalid("FilterPolicy: Filter policy must be an object");
    }
    List<Rule> rules = new ArrayList<>();
    policy
        .fields()
        .forEachRemaining(field -> rules.add(rule(field.getKey(), field.getValue(), scope)));
    return new FilterPolicy(rules);
  }

  private static Rule rule(String name, JsonNode value, Scope scope) {
    if (name.equals("$or") && value.isArray() && value.size() > 1 && value.get(0).isObject()) {
      List<FilterPolicy> alternatives = new ArrayList<>();
      value.forEach(alternative -> alternatives.add(of(alternative, scope)));
      return lookup ->
          alternatives.stream()
              .anyMatch(any -> any.rules.stream().allMatch(rule -> rule.accepts(lookup)));
    }
    if (value.isObject() && scope == Scope.BODY) {
      FilterPolicy inner = of(value, scope);
      return lookup -> lookup.values(name).stream().anyMatch(inner::accepts);
    }
    if (!value.isArray() || value.isEmpty()) {
      throw SnsErrors.invalid(
          "FilterPolicy: \"" + name + "\" must be an object or an array that is not empty");
    }
    List<Condition> conditions = new ArrayList<>();
    value.forEach(condition -> conditions.add(condition(condition)));
    return lookup ->
        conditions.stream().anyMatch(condition -> condition.accepts(lookup.values(name)));
  }

  private static Condition condition(JsonNode condition) {
    try {
      return Condition.parse(condition);
    } catch (InvalidPattern broken) {
      throw SnsErrors.invalid("FilterPolicy: " + broken.getMessage());
    }
  }

  private static List<JsonNode> values(MessageAttribute attribute) {
    String type = attribute.dataType();
    if (type.startsWith("Binary")) {
      return List.of();
    }
    if (type.startsWith("Number") || type.equals("String.Array")) {
      try {
        return flat(JSON.readTree(attribute.value()));
      } catch (JsonProcessingException notJson) {
        return List.of();
      }
    }
    return List.of(JSON.getNodeFactory().textNode(attribute.value()));
  }

  private static List<JsonNode> flat(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(element -> elements.addAll(flat(element)));
    return elements;
  }

  /** What a message has under a name; empty when nothing. */
  private interface Lookup {
    List<JsonNode> values(String name);
  }

  private interface Rule {
    boolean accepts(Lookup message);
  }
}
