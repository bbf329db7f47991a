package dev.tidewatch.metricset.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.tidewatch.metricset.MetricSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class MetricSetSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private static URI schema;

  @BeforeAll
  static void loadSchema() throws IOException {
    try (InputStream resource =
        MetricSet.class.getResourceAsStream(MetricSetFile.SCHEMA_RESOURCE)) {
      schema = VALIDATOR.registerSchema(new String(resource.readAllBytes(), UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecommerce.yaml", "checkout-latency.yaml"})
  void acceptsTheSamples(String sample) throws IOException {
    assertAccepted(Files.readString(Path.of("../samples", sample)));
  }

  @Test
  void acceptsTheGoodFile() {
    assertAccepted(Mistake.GOOD);
  }

  @ParameterizedTest
  @MethodSource("dev.tidewatch.metricset.yaml.Mistakes#all")
  void refusesTheMistakesASchemaCanSee(Mistake mistake) {
    assertThat(accepts(mistake.text())).isEqualTo(!mistake.inSchema());
  }

  @Test
  void refusesAnEleventhDimensionAndCsvKeysForJson() {
    assertThat(accepts(Mistakes.tooManyDimensions())).isFalse();
    assertThat(accepts(Mistake.GOOD.replace("format: CSV", "format: JSON"))).isFalse();
  }

  private static void assertAccepted(String text) {
    assertThat(VALIDATOR.validate(schema, json(text)).getErrors())
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
  }

  private static boolean accepts(String text) {
    return VALIDATOR.validate(schema, json(text)).isValid();
  }

  private static JsonNode json(String yaml) {
    var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    return JSON.valueToTree(new Load(settings).loadFromString(yaml));
  }
}
