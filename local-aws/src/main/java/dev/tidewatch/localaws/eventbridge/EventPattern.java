package dev.tidewatch.localaws.eventbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tidewatch.localaws.pattern.Condition;
import dev.tidewatch.localaws.pattern.InvalidPattern;
import dev.tidewatch.localaws.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which events a rule wants: every field named has to fit one of its conditions, which are those of
 * {@link Condition} and {@code wildcard}; {@code $or} takes alternatives.
 */
final class EventPattern {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Predicate<JsonNode> test;

  private EventPattern(Predicate<JsonNode> test) {
    this.test = test;
  }

  /**
   * @throws AwsException when EventBridge would refuse it
   */
  static EventPattern parse(String text) {
    try {
      return new EventPattern(object(JSON.readTree(text)));
    } catch (JsonProcessingException broken) {
      throw invalid("it is not JSON: " + broken.getOriginalMessage());
    } catch (InvalidPattern broken) {
      throw invalid(String.valueOf(broken.getMessage()));
    }
  }

  boolean fits(JsonNode event) {
    return test.test(event);
  }

  private static AwsException invalid(String why) {
    return new AwsException(
        400, "InvalidEventPatternException", "Event pattern is not valid. Reason: " + why);
  }

  private static Predicate<JsonNode> object(JsonNode pattern) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      throw new InvalidPattern("Event pattern must be an object that is not empty");
    }
    List<Predicate<JsonNode>> fields = new ArrayList<>();
    pattern.fields().forEachRemaining(field -> fields.add(field(field.getKey(), field.getValue())));
    return event -> fields.stream().allMatch(field -> field.test(event));
  }

  private static Predicate<JsonNode> field(String name, JsonNode pattern) {
    if (name.equals("$or") && pattern.size() > 1 && pattern.path(0).isObject()) {
      List<Predicate<JsonNode>> alternatives = new ArrayList<>();
      pattern.forEach(alternative -> alternatives.add(object(alternative)));
      return event -> alternatives.stream().anyMatch(alternative -> alternative.test(event));
    }
    if (pattern.isObject()) {
      Predicate<JsonNode> inner = object(pattern);
      return event ->
          values(event.path(name)).stream().anyMatch(inner)
              || inner.test(MissingNode.getInstance());
    }
    if (!pattern.isArray() || pattern.isEmpty()) {
      throw new InvalidPattern("\"" + name + "\" must be an object or an array");
    }
    List<Condition> conditions = new ArrayList<>();
    pattern.forEach(condition -> conditions.add(condition(condition)));
    return event ->
        conditions.stream().anyMatch(condition -> condition.accepts(values(event.path(name))));
  }

  private static Condition condition(JsonNode condition) {
    if (condition.size() != 1 || !condition.path("wildcard").isTextual()) {
      return Condition.parse(condition);
    }
    StringBuilder expression = new StringBuilder();
    for (String part : condition.path("wildcard").asText().split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    Predicate<String> wildcard =
        Pattern.compile(expression.toString(), Pattern.DOTALL).asMatchPredicate();
    return values ->
        values.stream().anyMatch(value -> value.isTextual() && wildcard.test(value.asText()));
  }

  private static List<JsonNode> values(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    List<JsonNode> found = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(found::add);
    } else {
      found.add(value);
    }
    return found;
  }
}
