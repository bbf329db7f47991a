package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The parameters of a template, and those CloudFormation adds to every one. */
final class Parameters {
  private static final String PSEUDO = "AWS::";

  private final Template template;
  private final Answers answers;
  private final Findings findings;

  Parameters(Template template, Answers answers, Findings findings) {
    this.template = template;
    this.answers = answers;
    this.findings = findings;
  }

  /** Tells answers that no parameter asks for. */
  void check() {
    for (String name : answers.parameters().keySet()) {
      if (!name.startsWith(PSEUDO) && !isParameter(name)) {
        findings.problem(
            "--parameter " + name,
            "the template has no such parameter; it has "
                + String.join(", ", List.copyOf(names())));
      }
    }
  }

  private List<String> names() {
    Iterable<String> names = () -> template.section("Parameters").fieldNames();
    return StreamSupport.stream(names.spliterator(), false).toList();
  }

  boolean isParameter(String name) {
    return template.section("Parameters").has(name);
  }

  static boolean isPseudo(String name) {
    return name.startsWith(PSEUDO);
  }

  /** A parameter's value: given, its default, or asked for. */
  JsonNode value(String name) {
    JsonNode parameter = template.section("Parameters").path(name);
    String type = parameter.path("Type").asText();
    Optional<JsonNode> usual =
        type.startsWith("AWS::SSM::")
            ? Optional.empty() // it names the value, and is none
            : Optional.of(parameter.path("Default")).filter(JsonNode::isValueNode);
    JsonNode value =
        answers
            .given(name)
            .<JsonNode>map(TextNode::valueOf)
            .or(() -> usual)
            .orElseGet(
                () ->
                    TextNode.valueOf(
                        answers.parameter(name, parameter.path("Description").asText())));
    checkAllowed(name, parameter, value);
    boolean secret = parameter.path("NoEcho").asText().equals("true");
    findings.settle("Parameters." + name, secret ? "****" : value.asText());
    return type.contains("List") ? list(value.asText()) : value;
  }

  private static void checkAllowed(String name, JsonNode parameter, JsonNode value) {
    JsonNode allowed = parameter.path("AllowedValues");
    List<String> texts =
        StreamSupport.stream(allowed.spliterator(), false).map(JsonNode::asText).toList();
    if (!texts.isEmpty() && !texts.contains(value.asText())) {
      throw new Unresolved(
          "'"
              + value.asText()
              + "' is no value of the parameter "
              + name
              + ". Use --parameter "
              + name
              + "= with one of "
              + String.join(", ", texts));
    }
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String entry : text.split(",", -1)) {
      list.add(entry.strip());
    }
    return list;
  }

  /** A pseudo parameter's value; {@code AWS::NoValue} is none and not asked for here. */
  String pseudo(String name) {
    return switch (name) {
      case "AWS::Partition" -> answers.given(name).orElseGet(this::partition);
      case "AWS::URLSuffix" ->
          answers
              .given(name)
              .orElse(partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com");
      case "AWS::Region" -> answers.parameter(name, "such as us-east-1");
      case "AWS::AccountId" -> answers.parameter(name, "twelve digits");
      case "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs" ->
          answers.parameter(name, "of the stack the template made");
      default -> throw new Unresolved("there is no pseudo parameter " + name);
    };
  }

  private String partition() {
    String region = answers.given("AWS::Region").orElse("");
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** A pseudo parameter's value, if it is known without asking. */
  Optional<String> known(String pseudo) {
    return answers.given(pseudo);
  }
}
