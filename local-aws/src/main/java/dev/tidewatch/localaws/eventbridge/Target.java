package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rule sends events, and in which shape.
 *
 * @param json as it was given
 */
record Target(String id, String arn, JsonNode json) {
  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.-]+)>");

  Target {
    requireNonNull(id, "id");
    requireNonNull(arn, "arn");
    requireNonNull(json, "json");
  }

  static Target of(Input input) {
    String id = input.required("Id");
    String arn = input.required("Arn");
    List<String> shapes = new ArrayList<>();
    for (String shape : List.of("Input", "InputPath", "InputTransformer")) {
      if (input.json().hasNonNull(shape)) {
        shapes.add(shape);
      }
    }
    if (shapes.size() > 1) {
      throw input.refuse(
          "Only one of Input, InputPath and InputTransformer may be there: " + shapes);
    }
    if (!arn.startsWith("arn:")) {
      throw input.refuse("Parameter Arn of the target '" + id + "' is not valid: " + arn);
    }
    input.object("InputTransformer").ifPresent(Target::checkTransformer);
    return new Target(id, arn, input.json());
  }

  /** What the target gets of an event. */
  String message(ObjectNode event, Rule rule) {
    if (json.path("Input").isTextual()) {
      return json.path("Input").asText();
    }
    if (json.path("InputPath").isTextual()) {
      return at(event, json.path("InputPath").asText()).toString();
    }
    JsonNode transformer = json.path("InputTransformer");
    return transformer.isObject() ? transformed(transformer, event, rule) : event.toString();
  }

  private static void checkTransformer(Input transformer) {
    String template = transformer.required("InputTemplate");
    JsonNode paths = transformer.json().path("InputPathsMap");
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!name.startsWith("aws.events.") && !paths.has(name)) {
        throw transformer.refuse(
            "Invalid InputTemplate: the variable <" + name + "> is not in InputPathsMap.");
      }
    }
  }

  private static String transformed(JsonNode transformer, ObjectNode event, Rule rule) {
    String template = transformer.path("InputTemplate").asText();
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      JsonNode value = value(matcher.group(1), transformer, event, rule);
      boolean quoted = isInQuotes(template, matcher.start());
      matcher.appendReplacement(text, Matcher.quoteReplacement(written(value, quoted)));
    }
    matcher.appendTail(text);
    return text.toString();
  }

  // In quotes a text stands without its own; a value that is not there leaves no trace.
  private static String written(JsonNode value, boolean quoted) {
    if (value.isMissingNode()) {
      return "";
    }
    String json = value.toString();
    return quoted && value.isTextual() ? json.substring(1, json.length() - 1) : json;
  }

  private static JsonNode value(String name, JsonNode transformer, ObjectNode event, Rule rule) {
    return switch (name) {
      case "aws.events.rule-arn" -> event.textNode(rule.arn());
      case "aws.events.rule-name" -> event.textNode(rule.name());
      case "aws.events.event.ingestion-time" -> event.path("time");
      case "aws.events.event.json" -> event;
      case "aws.events.event" -> event.deepCopy().without("detail");
      default -> at(event, transformer.path("InputPathsMap").path(name).asText());
    };
  }

  private static JsonNode at(JsonNode event, String path) {
    JsonNode found = event;
    for (String step : path.replaceFirst("^\\$\\.?", "").split("\\.")) {
      if (!step.isEmpty()) {
        Matcher indexed = Pattern.compile("([^\\[]*)\\[([0-9]{1,6})]").matcher(step);
        found =
            indexed.matches()
                ? found.path(indexed.group(1)).path(Integer.parseInt(indexed.group(2)))
                : found.path(step);
      }
    }
    return found;
  }

  private static boolean isInQuotes(String template, int place) {
    boolean in = false;
    for (int at = 0; at < place; at++) {
      if (template.charAt(at) == '\\') {
        at++;
      } else if (template.charAt(at) == '"') {
        in = !in;
      }
    }
    return in;
  }
}
