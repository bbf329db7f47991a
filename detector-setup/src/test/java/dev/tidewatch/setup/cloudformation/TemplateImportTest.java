package dev.tidewatch.setup.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.blueprint.BlueprintWriter;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.cloudformation.Samples.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateImportTest {
  static List<Sample> samples() {
    return Samples.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesTheFileThatIsExpected(Sample sample) {
    Imported imported = sample.open().read(sample.detector());
    assertThat(BlueprintWriter.write(imported.blueprint())).isEqualTo(sample.expected());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatItWritesReadsBackWithoutAProblemAndIsTheSame(Sample sample) {
    String text = BlueprintWriter.write(sample.open().read(sample.detector()).blueprint());
    assertThat(BlueprintWriter.write(BlueprintFile.read(text, sample.name()))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noValueOfADetectorOrAlertIsLostWithoutAWord(Sample sample) {
    Imported imported = sample.open().read(sample.detector());
    Set<String> written = new TreeSet<>();
    leaves(new YamlTemplate("written").read(BlueprintWriter.write(imported.blueprint())).root())
        .forEach(leaf -> written.add(leaf.asText()));
    written.addAll(keys(imported));
    String said = String.join("\n", imported.said());
    Template template = TemplateFile.read(sample.text(), sample.name());
    Expressions expressions = new Expressions(template, sample.answers(), new Findings());
    List<String> ids = new ArrayList<>(template.resources(DetectorImport.TYPE));
    ids.addAll(template.resources(AlertImport.TYPE));
    for (String id : ids) {
      if (said.contains("Resources." + id + " (")) {
        continue; // left out as a whole
      }
      ObjectNode properties = template.resource(id).path("Properties").deepCopy();
      properties.remove("AnomalyDetectorArn");
      expressions
          .told(properties, Template.properties(id))
          .ifPresent(
              values ->
                  leaves(values)
                      .forEach(
                          leaf ->
                              assertThat(isFound(leaf.asText(), written, said))
                                  .as("%s of %s", leaf, id)
                                  .isTrue()));
    }
  }

  /** Tags, and what else is a key of the file. */
  private static Set<String> keys(Imported imported) {
    Set<String> keys = new TreeSet<>(imported.blueprint().detector().tags().keySet());
    imported.blueprint().dataset().metricList().forEach(metric -> keys.add(metric.metricName()));
    return keys;
  }

  private static boolean isFound(String leaf, Set<String> written, String said) {
    return written.contains(leaf)
        || written.contains(leaf.substring(leaf.lastIndexOf(':') + 1)) // a topic's ARN
        || (leaf.matches("\\d+")
            && written.contains(Duration.ofSeconds(Long.parseLong(leaf)).toString()))
        || said.contains(leaf);
  }

  private static List<JsonNode> leaves(JsonNode node) {
    if (node.isValueNode()) {
      return List.of(node);
    }
    List<JsonNode> leaves = new ArrayList<>();
    node.properties().forEach(entry -> leaves.addAll(leaves(entry.getValue())));
    if (node.isArray()) {
      node.forEach(child -> leaves.addAll(leaves(child)));
    }
    return leaves;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyOtherResourceAndSectionIsTold(Sample sample) {
    Imported imported = sample.open().read(sample.detector());
    String said = String.join("\n", imported.said());
    Template template = TemplateFile.read(sample.text(), sample.name());
    template
        .section("Resources")
        .fieldNames()
        .forEachRemaining(
            id -> {
              boolean known =
                  template.type(id).startsWith("AWS::LookoutMetrics::")
                      || template.type(id).startsWith("AWS::SNS::");
              if (!known) {
                assertThat(said).contains("left out: Resources." + id);
              }
            });
    template
        .section("Outputs")
        .fieldNames()
        .forEachRemaining(name -> assertThat(said).contains("left out: Outputs." + name));
  }

  @Test
  void tellsWhatIsLeftOutWithItsLineAndReason() {
    Imported imported = Samples.ALL.get(0).open().read("Detector");
    assertThat(imported.said())
        .contains(
            "left out: Outputs.DetectorArn (line 91), because the file exports nothing",
            "left out: Resources.Detector.DependsOn (line 40), because the file has no place for it",
            "left out: Resources.Detector.Properties.MetricSetList[0].MetricSource.S3SourceConfig"
                + ".RoleArn (line 59) → ReaderRole, because apply makes a role with just the"
                + " rights it needs; to keep this one, add --set 'ReaderRole.Arn=…'");
  }

  @Test
  void tellsEveryMissingAnswerAtOnceWithItsPlaceAndOption() {
    TemplateImport template =
        TemplateImport.of(
            Samples.text("backtest.json"),
            "backtest.json",
            new Answers(Map.of(), Map.of(), Questions.NOBODY));
    assertThatThrownBy(() -> template.read("Backtest"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("backtest.json: 2 problems")
        .hasMessageContaining(
            "Resources.Backtest.Properties.MetricSetList[0].MetricSource.S3SourceConfig.RoleArn"
                + " (line 20): needs the parameter RoleArn, which has no default. Add --parameter"
                + " RoleArn=…")
        .hasMessageContaining("--parameter HistoryBucket=…");
  }

  @Test
  void asksOnceForWhatIsMissing() {
    List<String> asked = new ArrayList<>();
    Questions questions =
        (name, description) -> {
          asked.add(name + ": " + description);
          return Optional.of(name.equals("RoleArn") ? "arn:aws:iam::1:role/r" : "past");
        };
    Imported imported =
        TemplateImport.of(
                Samples.text("backtest.json"),
                "backtest.json",
                new Answers(Map.of(), Map.of(), questions))
            .read("Backtest");
    assertThat(asked).containsExactly("RoleArn: ", "HistoryBucket: Where the past is");
    assertThat(imported.blueprint().dataset().metricSource().s3SourceConfig().roleArn())
        .isEqualTo("arn:aws:iam::1:role/r");
  }

  @Test
  void anotherStageIsAnotherFile() {
    Imported imported =
        TemplateImport.of(
                Samples.text("conditional.yaml"),
                "conditional.yaml",
                new Answers(
                    Map.of("Stage", "test", "Description", "unused"), Map.of(), Questions.NOBODY))
            .read("Orders");
    assertThat(imported.blueprint().detector().anomalyDetectorName()).isEqualTo("orders-test");
    assertThat(imported.blueprint().dataset().metricSetFrequencyAsString()).isEqualTo("PT1H");
    assertThat(imported.blueprint().dataset().metricList()).hasSize(1);
    assertThat(imported.blueprint().alerts())
        .extracting(alert -> alert.name())
        .containsExactly("test");
    assertThat(imported.said())
        .anyMatch(line -> line.contains("OnCall") && line.contains("IsProd does not hold"));
  }

  @Test
  void aRoleWithANameAndAKnownAccountIsKept() {
    Imported imported = sample("stack-names.yaml").open().read("Web");
    assertThat(imported.blueprint().dataset().metricSource().s3SourceConfig().roleArn())
        .isEqualTo("arn:aws:iam::111122223333:role/detectors/shop-reader");
  }

  @Test
  void conditionsOfOtherResourcesAreNotAskedFor() {
    assertThat(sample("cloudwatch.yaml").open().read("Gateway").said())
        .contains(
            "left out: Rules (line 6), because the file has no place for it",
            "left out: Resources.CDKMetadata (line 13) (AWS::CDK::Metadata), because it is no part"
                + " of a detector");
  }

  @Test
  void tellsForWhichParametersAndConditionsTheFileHolds() {
    List<String> said = sample("conditional.yaml").open().read("Orders").said();
    assertThat(said)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("settled: ")
                    .contains(
                        "Parameters.Stage = prod",
                        "Conditions.IsProd = true",
                        "Conditions.Described = false"));
    assertThat(sample("cloudwatch.yaml").open().read("Gateway").said())
        .contains(
            "left out: Parameters.BootstrapVersion (line 3), because nothing of this detector"
                + " depends on it");
  }

  @Test
  void severalDetectorsAreListed() {
    assertThat(sample("stack-names.yaml").open().detectors()).containsExactly("Web", "Other");
  }

  @Test
  void anAlertThatNamesItsDetectorByArnIsFound() {
    Imported imported = sample("stack-names.yaml").open().read("Other");
    assertThat(imported.blueprint().alerts())
        .extracting(alert -> alert.name())
        .containsExactly("other");
  }

  private static Sample sample(String name) {
    return Samples.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
