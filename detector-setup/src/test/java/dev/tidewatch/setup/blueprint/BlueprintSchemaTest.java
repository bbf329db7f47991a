package dev.tidewatch.setup.blueprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import dev.tidewatch.metricset.yaml.MetricSetReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lookoutmetrics.model.AppFlowConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.AthenaSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.CloudWatchConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.RDSSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.RedshiftSourceConfig;

class BlueprintSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private static URI schema;

  @BeforeAll
  static void loadSchema() {
    schema = VALIDATOR.registerSchema(BlueprintFile.schema());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecommerce.yaml", "checkout-latency.yaml"})
  void acceptsTheSamples(String sample) throws IOException {
    assertAccepted(Files.readString(Path.of("../samples", sample)));
  }

  @ParameterizedTest
  @MethodSource("dev.tidewatch.setup.blueprint.WholeApiTest#files")
  void acceptsFilesThatUseEveryKeyAndWhatIsWrittenOfThem(String file) {
    assertAccepted(file);
    assertAccepted(BlueprintWriter.write(BlueprintFile.read(file, "all.yaml")));
  }

  @ParameterizedTest
  @MethodSource("dev.tidewatch.setup.blueprint.BlueprintMistakes#all")
  void refusesTheMistakesASchemaCanSee(BlueprintMistake mistake) {
    assertThat(accepts(mistake.text())).isEqualTo(!mistake.inSchema());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, measures: [v], interval: 5m}",
        "{name: a, measures: [v], interval: 5m, detector: {dataset: {source: {}}}}",
        "{name: a, measures: [v], interval: 5m, detector: {dataset: {source: {s3: {}}}}}",
        "{name: a, measures: [v], interval: 5m, stream: {name: s}}",
        "[]"
      })
  void refusesFilesWithoutASource(String file) {
    assertThat(accepts(file)).isFalse();
  }

  @Test
  void isTheMetricSetsSchemaForWhatTheyShare() throws IOException {
    JsonNode ours = JSON.readTree(BlueprintFile.schema());
    ObjectNode theirs = metricSetSchema();
    assertThat(keys(ours.get("properties"))).containsAll(MetricSetReader.KEYS);
    ObjectNode shared = (ObjectNode) theirs.get("properties");
    shared.remove(List.of("detector", "alerts", "topics", "cloudwatch"));
    shared
        .properties()
        .forEach(
            entry ->
                assertThat(ours.get("properties").get(entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue()));
    theirs
        .get("$defs")
        .properties()
        .forEach(
            entry -> assertThat(ours.get("$defs").get(entry.getKey())).isEqualTo(entry.getValue()));
  }

  @Test
  void knowsTheKeysOfEverySource() throws IOException {
    JsonNode sources =
        JSON.readTree(BlueprintFile.schema())
            .at("/properties/detector/properties/dataset/properties/source/properties");
    assertThat(keys(sources)).containsExactlyElementsOf(SourceSection.KEYS);
    Map<String, SdkPojo> classes =
        Map.of(
            "cloudwatch", CloudWatchConfig.builder().build(),
            "athena", AthenaSourceConfig.builder().build(),
            "rds", RDSSourceConfig.builder().build(),
            "redshift", RedshiftSourceConfig.builder().build(),
            "appflow", AppFlowConfig.builder().build());
    classes.forEach(
        (key, pojo) ->
            assertThat(keys(sources.get(key).get("properties")))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(
                    pojo.sdkFields().stream().map(SdkSection::key).toList()));
  }

  private static ObjectNode metricSetSchema() throws IOException {
    try (InputStream resource =
        MetricSet.class.getResourceAsStream(MetricSetFile.SCHEMA_RESOURCE)) {
      return (ObjectNode) JSON.readTree(new String(resource.readAllBytes(), UTF_8));
    }
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void assertAccepted(String text) {
    assertThat(VALIDATOR.validate(schema, json(text)).getErrors())
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
  }

  private static boolean accepts(String text) {
    return VALIDATOR.validate(schema, json(text)).isValid();
  }

  /** As an editor sees it: tags it does not know mean nothing to it. */
  private static JsonNode json(String yaml) {
    var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    return JSON.valueToTree(new Load(settings).loadFromString(yaml.replace("!secret ", "")));
  }
}
