package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {
  private static final String DETECTOR =
      "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop";

  private final ServiceModel model = ServiceModel.load();
  private final RequestCheck check = new RequestCheck(model);

  @Test
  void passesWhatKeepsToTheModel() {
    ModelDocument document = ModelDocument.read();
    for (long seed = 0; seed < 20; seed++) {
      ModelExamples examples = new ModelExamples(document, seed);
      for (String operation : document.operations()) {
        ObjectNode request = examples.example(document.input(operation));
        assertThatCode(() -> check(operation, request)).as(operation).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void refusesEverySingleBreakageAndNamesIt() {
    List<Breakage> breakages = Breakages.of(ModelDocument.read(), 7);
    assertThat(breakages).hasSizeGreaterThan(2000);
    for (Breakage breakage : breakages) {
      ApiError refused = refusal(breakage.operation(), breakage.request());
      assertThat(refused).as("%s", breakage).isNotNull();
      assertThat(names(refused)).as("%s", breakage).contains(breakage.field());
    }
  }

  @Test
  void tellsAllMistakesAtOnceWithTheValueAndWhatWouldBeRight() {
    ApiError refused =
        refusal(
            "CreateAlert",
            """
            {"AlertName":"-no","AlertSensitivityThreshold":150,"AnomalyDetectorArn":"%s",
             "Action":{"SNSConfiguration":{"RoleArn":"nonsense","SnsFormat":"LOUD"}}}
            """
                .formatted(DETECTOR));

    JsonNode body = refused.body();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(body.get("__type").asText()).isEqualTo("ValidationException");
    assertThat(body.get("Reason").asText()).isEqualTo("FIELD_VALIDATION_FAILED");
    assertThat(body.get("Fields").toString())
        .isEqualTo(
            """
            [{"Name":"AlertName","Message":"\\"-no\\" must match the regular expression \
            ^[a-zA-Z0-9][a-zA-Z0-9\\\\-_]*"},\
            {"Name":"AlertSensitivityThreshold","Message":"150 must be between 0 and 100."},\
            {"Name":"Action.SNSConfiguration.RoleArn","Message":"\\"nonsense\\" must match the \
            regular expression arn:([a-z\\\\d-]+):.*:.*:.*:.+"},\
            {"Name":"Action.SNSConfiguration.SnsTopicArn","Message":"is required and missing."},\
            {"Name":"Action.SNSConfiguration.SnsFormat","Message":"\\"LOUD\\" must be one of \
            LONG_TEXT, SHORT_TEXT, JSON."}]""");
    assertThat(body.get("Message").asText())
        .startsWith("5 validation errors detected: AlertName: ")
        .contains("Action.SNSConfiguration.SnsTopicArn: is required and missing.");
  }

  @Test
  void cutsLongValuesAndNeverInTheMiddleOfACharacter() {
    ApiError refused =
        refusal("ListAlerts", "{\"AnomalyDetectorArn\":\"" + "\uD83C\uDF0A".repeat(300) + "\"}");

    assertThat(refused.getMessage())
        .contains("\"" + "\uD83C\uDF0A".repeat(60) + "...\" is 300 characters long")
        .contains("its length must be between 0 and 256");
  }

  @Test
  void stopsCountingAtAHundredMistakes() {
    String list = "7,".repeat(5000) + "7";
    ApiError refused = refusal("UpdateMetricSet", "{\"DimensionList\":[" + list + "]}");

    assertThat(refused.body().get("Fields")).hasSize(100);
  }

  @Test
  void passesOverMembersItDoesNotKnow() {
    assertThatCode(
            () ->
                check(
                    "DeleteAlert",
                    RequestJson.parse(
                        ("{\"Later\":[1],\"AlertArn\":\"" + DETECTOR + "\"}")
                            .getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T10:05Z[UTC]",
        "2026-11-20T10:05:00Z",
        "2026-11-20T10:05:00+01:00[Europe/Paris]",
        "2021-02-14T04:00Z[Atlantic/St_Helena]"
      })
  void takesBothShapesOfATimeAsText(String time) {
    assertThatCode(
            () ->
                check(
                    "DescribeAnomalyDetectionExecutions",
                    RequestJson.parse(
                        ("{\"AnomalyDetectorArn\":\"%s\",\"Timestamp\":\"%s\"}"
                                .formatted(DETECTOR, time))
                            .getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
  }

  @Test
  void theModelsOwnPatternOfTimesIsReadAsPosixMeansIt() {
    var pattern =
        ShapeReader.translated(
            ModelDocument.read().shape("TimestampString").get("pattern").asText());

    assertThat("2026-11-20T10:05:00+00:00[Europe/Berlin]").matches(pattern);
    assertThat("2026-11-20T10:05:00+00:00[:alnum:]").doesNotMatch(pattern);
  }

  private void check(String operation, ObjectNode request) {
    check.check(model.operation(operation).orElseThrow(), request);
  }

  private ApiError refusal(String operation, String body) {
    return refusal(operation, RequestJson.parse(body.getBytes(StandardCharsets.UTF_8)));
  }

  private ApiError refusal(String operation, ObjectNode request) {
    return catchThrowableOfType(ApiError.class, () -> check(operation, request));
  }

  private static List<String> names(ApiError error) {
    List<String> names = new ArrayList<>();
    error.body().get("Fields").forEach(field -> names.add(field.get("Name").asText()));
    return names;
  }
}
