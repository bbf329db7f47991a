package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML, remembering lines; {@code !Sub x} becomes {@code {"Fn::Sub": x}}. */
final class YamlTemplate {
  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlTemplate(String name) {
    this.name = name;
  }

  Template read(String text) {
    try {
      var settings = LoadSettings.builder().setLabel(name).setAllowNonScalarKeys(true).build();
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> new InvalidTemplate(name, List.of("the file is empty")));
      return new Template(name, value(root, ""), lines);
    } catch (MarkedYamlEngineException mistake) {
      int line = mistake.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw invalid(line, "is no YAML: " + mistake.getProblem());
    } catch (YamlEngineException mistake) {
      throw new InvalidTemplate(name, List.of("is no YAML: " + mistake.getMessage()));
    }
  }

  private InvalidTemplate invalid(int line, String message) {
    return new InvalidTemplate(name, List.of("line " + line + ": " + message));
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private JsonNode value(Node node, String path) {
    lines.putIfAbsent(path, line(node));
    if (!within.add(node)) {
      throw invalid(line(node), "an anchor holds itself");
    }
    JsonNode plain = plain(node, path);
    within.remove(node);
    String tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1 ? function(tag.substring(1), plain) : plain;
  }

  private JsonNode plain(Node node, String path) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, path);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (Node entry : sequence.getValue()) {
        list.add(value(entry, path + "[" + list.size() + "]"));
      }
      return list;
    }
    return node instanceof ScalarNode scalar ? scalar(scalar) : NullNode.getInstance();
  }

  private ObjectNode mapping(MappingNode node, String path) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw invalid(line(entry.getKeyNode()), "a key is no text");
      }
      if (mapping.has(key.getValue())) {
        throw invalid(line(key), "'" + key.getValue() + "' is there twice");
      }
      String place = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      lines.put(place, line(key));
      mapping.set(key.getValue(), value(entry.getValueNode(), place));
    }
    return mapping;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NullNode.getInstance();
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) && text.matches("-?\\d+")) {
      return JsonTemplate.whole(text);
    }
    if (tag.equals(Tag.FLOAT)) {
      return decimal(text).<JsonNode>map(DecimalNode::valueOf).orElse(TextNode.valueOf(text));
    }
    return TextNode.valueOf(text);
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException special) {
      return Optional.empty(); // .inf, .nan
    }
  }

  private static JsonNode function(String tag, JsonNode argument) {
    boolean plain = tag.equals("Ref") || tag.equals("Condition");
    return JsonNodeFactory.instance.objectNode().set(plain ? tag : "Fn::" + tag, argument);
  }
}
