package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tidewatch.setup.cloudformation.Unresolved.OfRole;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns what a template says into values. What cannot be told is a problem of the findings, and
 * left out of the value; a role that the template makes is left out with a word where the file may
 * go without.
 */
final class Expressions {
  private static final String ROLE_ARN = "RoleArn";
  private static final Pattern MAY_GO_WITHOUT_ROLE =
      Pattern.compile(".*\\.(S3SourceConfig|SNSConfiguration|LambdaConfiguration)");

  private final Template template;
  private final Answers answers;
  private final Findings findings;
  private final Functions functions;
  private final Parameters parameters;
  private final References references;
  private final Conditions conditions;

  Expressions(Template template, Answers answers, Findings findings) {
    this.template = template;
    this.answers = answers;
    this.findings = findings;
    this.parameters = new Parameters(template, answers, findings);
    this.references = new References(template, parameters, answers, this);
    this.conditions = new Conditions(template, this, findings);
    this.functions = new Functions(template, answers, this);
  }

  Parameters parameters() {
    return parameters;
  }

  Conditions conditions() {
    return conditions;
  }

  /**
   * The value of what stands at a place; empty for {@code AWS::NoValue} and for what was told as a
   * problem.
   */
  Optional<JsonNode> told(JsonNode node, String path) {
    try {
      return value(node, path);
    } catch (Unresolved unresolved) {
      findings.problem(template.place(path), String.valueOf(unresolved.getMessage()));
      return Optional.empty();
    }
  }

  /** The same, failing where it cannot be told. */
  Optional<JsonNode> value(JsonNode node, String path) {
    Optional<String> given = answers.value(path);
    if (given.isPresent()) {
      return given.map(TextNode::valueOf);
    }
    if (node.isArray()) {
      return Optional.of(list(node, path));
    }
    if (!node.isObject()) {
      return Optional.of(plain(node, path));
    }
    Optional<String> function = Functions.named(node);
    return function.isPresent()
        ? functions.value(function.get(), node.get(function.get()), path)
        : Optional.of(mapping(node, path));
  }

  private JsonNode plain(JsonNode node, String path) {
    if (node.isTextual() && node.asText().contains("{{resolve:")) {
      return TextNode.valueOf(
          answers.value(path, "'" + node.asText() + "' is read by CloudFormation alone"));
    }
    return node;
  }

  private ArrayNode list(JsonNode node, String path) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < node.size(); i++) {
      told(node.get(i), path + "[" + i + "]").ifPresent(list::add);
    }
    return list;
  }

  private ObjectNode mapping(JsonNode node, String path) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    Iterable<String> keys = node::fieldNames;
    for (String key : keys) {
      member(node.get(key), path, key).ifPresent(value -> mapping.set(key, value));
    }
    return mapping;
  }

  private Optional<JsonNode> member(JsonNode node, String path, String key) {
    String place = path + "." + key;
    if (!key.equals(ROLE_ARN) || !MAY_GO_WITHOUT_ROLE.matcher(path).matches()) {
      return told(node, place);
    }
    try {
      return value(node, place);
    } catch (OfRole role) {
      findings.leftOut(
          template.place(place) + " → " + role.resource(),
          "apply makes a role with just the rights it needs; to keep this one, add --set '"
              + role.resource()
              + ".Arn=…'");
      return Optional.empty();
    } catch (Unresolved unresolved) {
      findings.problem(template.place(place), String.valueOf(unresolved.getMessage()));
      return Optional.empty();
    }
  }

  /** The value of what a function needs. */
  JsonNode required(JsonNode node, String path) {
    return value(node, path)
        .orElseThrow(() -> new Unresolved("AWS::NoValue stands where a value is needed"));
  }

  /** What {@code Ref} gives. */
  Optional<JsonNode> ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return Optional.empty();
    }
    if (Parameters.isPseudo(name)) {
      return Optional.of(TextNode.valueOf(parameters.pseudo(name)));
    }
    if (parameters.isParameter(name)) {
      return Optional.of(parameters.value(name));
    }
    if (!template.hasResource(name)) {
      throw new Unresolved("there is no parameter and no resource " + name);
    }
    return Optional.of(TextNode.valueOf(references.ref(name)));
  }

  /** What {@code Fn::GetAtt} gives. */
  String attribute(String id, String attribute) {
    if (!template.hasResource(id)) {
      throw new Unresolved("there is no resource " + id);
    }
    return references.attribute(id, attribute);
  }

  /** What stands there once every {@code Fn::If} is decided. */
  JsonNode decided(JsonNode node) {
    JsonNode branches = node.path("Fn::If");
    if (node.size() != 1 || branches.size() != 3) {
      return node;
    }
    String condition = branches.get(0).asText();
    try {
      return decided(branches.get(conditions.holds(condition) ? 1 : 2));
    } catch (Unresolved unresolved) {
      findings.problem(
          template.place("Conditions." + condition), String.valueOf(unresolved.getMessage()));
      return MissingNode.getInstance();
    }
  }

  /** The resource that an expression is the ARN or name of, if it is just that. */
  Optional<String> resource(JsonNode written) {
    JsonNode node = decided(written);
    Optional<String> name = Functions.named(node);
    if (name.isEmpty() || !Set.of("Ref", "Fn::GetAtt", "Fn::Sub").contains(name.get())) {
      return Optional.empty();
    }
    JsonNode argument = node.get(name.get());
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    String id = text.replaceFirst("^\\$\\{(.+)}$", "$1").replaceFirst("\\..*", "");
    return Optional.of(id).filter(template::hasResource);
  }
}
