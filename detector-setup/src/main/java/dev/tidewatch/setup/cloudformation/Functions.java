package dev.tidewatch.setup.cloudformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The intrinsic functions of CloudFormation. */
final class Functions {
  private static final String PREFIX = "Fn::";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final Template template;
  private final Answers answers;
  private final Expressions expressions;

  Functions(Template template, Answers answers, Expressions expressions) {
    this.template = template;
    this.answers = answers;
    this.expressions = expressions;
  }

  /** The function that a mapping calls, if it is such a call. */
  static Optional<String> named(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(node.fieldNames().next())
        .filter(key -> key.equals("Ref") || key.startsWith(PREFIX));
  }

  /** What a call gives; empty for {@code AWS::NoValue}. */
  Optional<JsonNode> value(String function, JsonNode argument, String path) {
    String place = path + "." + function;
    return switch (function) {
      case "Ref" -> expressions.ref(argument.asText());
      case "Fn::If" -> choice(argument, place);
      case "Fn::GetAtt" -> text(attribute(argument, place));
      case "Fn::Sub" -> text(substituted(argument, place));
      case "Fn::Join" -> text(joined(arguments(argument, 2, function), place));
      case "Fn::Split" -> Optional.of(split(arguments(argument, 2, function), place));
      case "Fn::Select" -> Optional.of(selected(arguments(argument, 2, function), place));
      case "Fn::FindInMap" -> found(argument, place);
      case "Fn::Base64" ->
          text(
              Base64.getEncoder()
                  .encodeToString(expressions.required(argument, place).asText().getBytes(UTF_8)));
      case "Fn::Length" ->
          Optional.of(IntNode.valueOf(expressions.required(argument, place).size()));
      case "Fn::ToJsonString" -> text(expressions.required(argument, place).toString());
      case "Fn::ImportValue" -> text(imported(argument, place));
      default ->
          text(answers.value(path, "only CloudFormation can tell what " + function + " gives"));
    };
  }

  private static Optional<JsonNode> text(String text) {
    return Optional.of(TextNode.valueOf(text));
  }

  private static JsonNode arguments(JsonNode argument, int count, String function) {
    if (!argument.isArray() || argument.size() != count) {
      throw new Unresolved(function + " takes a list of " + count);
    }
    return argument;
  }

  private Optional<JsonNode> choice(JsonNode argument, String path) {
    JsonNode branches = arguments(argument, 3, "Fn::If");
    int branch = expressions.conditions().holds(branches.get(0).asText()) ? 1 : 2;
    return expressions.value(branches.get(branch), path + "[" + branch + "]");
  }

  private String attribute(JsonNode argument, String path) {
    if (argument.isArray()) {
      JsonNode both = arguments(argument, 2, "Fn::GetAtt");
      return expressions.attribute(
          both.get(0).asText(), expressions.required(both.get(1), path + "[1]").asText());
    }
    String[] both = argument.asText().split("\\.", 2);
    if (both.length < 2) {
      throw new Unresolved("Fn::GetAtt takes a resource and an attribute, as in Role.Arn");
    }
    return expressions.attribute(both[0], both[1]);
  }

  private String substituted(JsonNode argument, String path) {
    JsonNode text = argument.isArray() ? arguments(argument, 2, "Fn::Sub").get(0) : argument;
    JsonNode names = argument.path(1);
    StringBuilder result = new StringBuilder();
    Matcher placeholders = PLACEHOLDER.matcher(text.asText());
    while (placeholders.find()) {
      String value = placeholder(placeholders.group(1), names, path);
      placeholders.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return placeholders.appendTail(result).toString();
  }

  private String placeholder(String written, JsonNode names, String path) {
    if (written.startsWith("!")) {
      return "${" + written.substring(1) + "}";
    }
    String name = written.strip();
    if (names.has(name)) {
      return expressions.required(names.get(name), path + "[1]." + name).asText();
    }
    String[] attribute = name.split("\\.", 2);
    if (attribute.length == 2) {
      return expressions.attribute(attribute[0], attribute[1]);
    }
    return expressions
        .ref(name)
        .orElseThrow(() -> new Unresolved("AWS::NoValue stands within a text"))
        .asText();
  }

  private String joined(JsonNode arguments, String path) {
    JsonNode list = expressions.required(arguments.get(1), path + "[1]");
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(arguments.get(0).asText()));
  }

  private ArrayNode split(JsonNode arguments, String path) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    String text = expressions.required(arguments.get(1), path + "[1]").asText();
    for (String part : text.split(Pattern.quote(arguments.get(0).asText()), -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode selected(JsonNode arguments, String path) {
    String index = expressions.required(arguments.get(0), path + "[0]").asText();
    JsonNode list = expressions.required(arguments.get(1), path + "[1]");
    JsonNode selected = list.path(index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1);
    if (selected.isMissingNode()) {
      throw new Unresolved("Fn::Select takes entry " + index + " of a list of " + list.size());
    }
    return selected;
  }

  private Optional<JsonNode> found(JsonNode arguments, String path) {
    if (arguments.size() < 3) {
      throw new Unresolved("Fn::FindInMap takes a map and two keys");
    }
    JsonNode place = template.section("Mappings");
    StringBuilder names = new StringBuilder("Mappings");
    for (int i = 0; i < 3; i++) {
      String key = expressions.required(arguments.get(i), path + "[" + i + "]").asText();
      place = place.path(key);
      names.append('.').append(key);
    }
    if (!place.isMissingNode()) {
      return expressions.value(place, names.toString());
    }
    JsonNode otherwise = arguments.path(3).path("DefaultValue");
    if (otherwise.isMissingNode()) {
      throw new Unresolved("there is no " + names);
    }
    return expressions.value(otherwise, path + "[3].DefaultValue");
  }

  private String imported(JsonNode argument, String path) {
    String export = expressions.required(argument, path).asText();
    return answers.value("ImportValue." + export, "'" + export + "' is exported by another stack");
  }
}
