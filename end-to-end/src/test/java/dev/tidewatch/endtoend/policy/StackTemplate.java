package dev.tidewatch.endtoend.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A CloudFormation template with its parameters' values: enough of its functions to read the
 * policies of its roles (Ref, GetAtt, Sub, If, Not, Equals).
 */
final class StackTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}!]+)}");
  private static final Object NO_VALUE = new Object();

  private final MappingNode root;
  private final Map<String, String> values;

  private StackTemplate(MappingNode root, Map<String, String> values) {
    this.root = root;
    this.values = values;
  }

  /**
   * Reads a template.
   *
   * @param given values of parameters, of pseudo parameters, and of what {@code Ref} and {@code
   *     GetAtt} give for resources, such as {@code Bucket.Arn}
   */
  static StackTemplate read(Path file, Map<String, String> given) throws IOException {
    MappingNode root =
        (MappingNode)
            new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                .composeString(Files.readString(file))
                .orElseThrow();
    Map<String, String> values = new LinkedHashMap<>();
    for (NodeTuple parameter : ((MappingNode) member(root, "Parameters")).getValue()) {
      MappingNode declared = (MappingNode) parameter.getValueNode();
      if (has(declared, "Default")) {
        values.put(text(parameter.getKeyNode()), text(member(declared, "Default")));
      }
    }
    values.putAll(given);
    return new StackTemplate(root, values);
  }

  /** What the policies of a role say. */
  List<Statement> statements(String role) {
    MappingNode properties =
        (MappingNode) member(member(member(root, "Resources"), role), "Properties");
    List<Statement> statements = new ArrayList<>();
    for (Node policy : ((SequenceNode) member(properties, "Policies")).getValue()) {
      Node list = member(member(policy, "PolicyDocument"), "Statement");
      for (Object statement : (List<?>) value(list)) {
        statements.add(Statement.of((Map<?, ?>) statement));
      }
    }
    return statements;
  }

  private Object value(Node node) {
    String tag = node.getTag().getValue();
    return switch (tag) {
      case "!Ref" -> named(text(node));
      case "!GetAtt" -> named(text(node));
      case "!Sub" -> substituted(text(node));
      case "!If" -> {
        List<Node> parts = ((SequenceNode) node).getValue();
        yield value(parts.get(holds(text(parts.get(0))) ? 1 : 2));
      }
      default -> {
        if (tag.startsWith("!")) {
          throw new IllegalStateException("the function " + tag + " is not known here");
        }
        yield plain(node);
      }
    };
  }

  private Object plain(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping
          .getValue()
          .forEach(entry -> map.put(text(entry.getKeyNode()), value(entry.getValueNode())));
      return map;
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(this::value)
          .filter(each -> each != NO_VALUE)
          .toList();
    }
    return text(node);
  }

  private Object named(String name) {
    return name.equals("AWS::NoValue") ? NO_VALUE : known(name);
  }

  private String known(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nobody has said what " + name + " is");
    }
    return value;
  }

  private String substituted(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> Matcher.quoteReplacement(known(variable.group(1))));
  }

  private boolean holds(String condition) {
    return truth(member(member(root, "Conditions"), condition));
  }

  private boolean truth(Node node) {
    List<Node> parts = ((SequenceNode) node).getValue();
    return switch (node.getTag().getValue()) {
      case "!Not" -> !truth(parts.get(0));
      case "!Equals" -> value(parts.get(0)).equals(value(parts.get(1)));
      default ->
          throw new IllegalStateException("the condition " + node.getTag() + " is not known");
    };
  }

  private static boolean has(Node mapping, String name) {
    return ((MappingNode) mapping)
        .getValue().stream().anyMatch(entry -> text(entry.getKeyNode()).equals(name));
  }

  private static Node member(Node mapping, String name) {
    return ((MappingNode) mapping)
        .getValue().stream()
            .filter(entry -> text(entry.getKeyNode()).equals(name))
            .map(NodeTuple::getValueNode)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the template has no " + name));
  }

  private static String text(Node node) {
    return ((ScalarNode) node).getValue();
  }
}
