package dev.tidewatch.setup.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.setup.cloudformation.Samples.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each value of each template is wrong once: what comes is a file, or a sentence. */
class MistakesTest {
  private static final List<JsonNode> WRONG =
      List.of(
          JsonNodeFactory.instance.textNode("wrong"),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.numberNode(-7),
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.arrayNode().add("wrong").add(1),
          JsonNodeFactory.instance.objectNode(),
          JsonNodeFactory.instance.objectNode().put("Wrong", "wrong"),
          JsonNodeFactory.instance.objectNode().put("Ref", "Wrong"),
          JsonNodeFactory.instance.objectNode().put("Ref", "AWS::NoValue"));

  static List<Sample> samples() {
    return Samples.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noMistakeEndsInAnythingButASentence(Sample sample) {
    ObjectNode root = TemplateFile.read(sample.text(), sample.name()).root().deepCopy();
    List<String> failures = new ArrayList<>();
    spoil(root, root, sample, failures);
    assertThat(failures).isEmpty();
  }

  private static void spoil(JsonNode node, ObjectNode root, Sample sample, List<String> failures) {
    if (node instanceof ObjectNode mapping) {
      List<String> keys = new ArrayList<>();
      mapping.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        JsonNode right = mapping.get(key);
        for (JsonNode wrong : WRONG) {
          mapping.set(key, wrong);
          read(root, sample, key + ": " + wrong, failures);
        }
        mapping.set(key, right);
        spoil(right, root, sample, failures);
      }
    }
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        JsonNode right = list.get(i);
        for (JsonNode wrong : WRONG) {
          list.set(i, wrong);
          read(root, sample, "[" + i + "]: " + wrong, failures);
        }
        list.set(i, right);
        spoil(right, root, sample, failures);
      }
    }
  }

  private static void read(ObjectNode root, Sample sample, String change, List<String> failures) {
    try {
      TemplateImport.of(root.toString(), sample.name(), sample.answers()).read(sample.detector());
    } catch (InvalidTemplate | InvalidYamlFile sentence) {
      // as it should be
    } catch (RuntimeException failure) {
      failures.add(change + " → " + failure + " at " + failure.getStackTrace()[0]);
    }
  }
}
