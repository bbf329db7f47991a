package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

class SdkJsonTest {

  @Test
  void everyStructureOfTheModelComesBackAsItWent() throws Exception {
    ModelDocument model = ModelDocument.read();
    ModelExamples examples = new ModelExamples(model, 3);
    for (String operation : model.operations()) {
      assertRoundTrip(examples.example(model.input(operation)), operation + "Request");
      assertRoundTrip(examples.example(model.output(operation)), operation + "Response");
    }
  }

  private static void assertRoundTrip(ObjectNode document, String name) throws Exception {
    ObjectNode written = SdkJson.write(SdkClasses.read(name, document));

    // Parsed anew, so that only the text counts and not the kind of number it came from.
    ObjectMapper text = new ObjectMapper();
    assertThat(text.readTree(written.toString()))
        .as(name)
        .isEqualTo(text.readTree(document.toString()));
  }

  @Test
  void tagsAreWrittenAsEachSideCallsThem() {
    assertThat(SdkJson.write(TagResourceRequest.builder().tags(Map.of("a", "b")).build()))
        .hasToString("{\"tags\":{\"a\":\"b\"}}");
    assertThat(SdkJson.write(ListTagsForResourceResponse.builder().tags(Map.of("a", "b")).build()))
        .hasToString("{\"Tags\":{\"a\":\"b\"}}");
  }

  @Test
  void aListNeverSetIsLeftOutAndAnEmptyOneIsNot() {
    assertThat(SdkJson.write(DescribeMetricSetResponse.builder().build())).hasToString("{}");
    assertThat(SdkJson.write(DescribeMetricSetResponse.builder().metricList(List.of()).build()))
        .hasToString("{\"MetricList\":[]}");
  }

  @Test
  void timesAreSecondsWithTheirFraction() {
    Instant time = Instant.parse("2026-11-20T10:00:00.123Z");
    ObjectNode written =
        SdkJson.write(
            AnomalyDetectorSummary.builder()
                .creationTime(time)
                .lastModificationTime(Instant.ofEpochSecond(1_795_190_400))
                .build());

    assertThat(written)
        .hasToString(
            "{\"CreationTime\":"
                + time.getEpochSecond()
                + ".123,\"LastModificationTime\":1795190400}");
    assertThat(SdkJson.read(written, AnomalyDetectorSummary::builder).creationTime())
        .isEqualTo(time);
  }

  @Test
  void readsPastNullAndUnknownMembers() {
    Action action =
        SdkJson.read(
            RequestJson.parse(
                "{\"New\":1,\"LambdaConfiguration\":null,\"SNSConfiguration\":{\"SnsFormat\":\"JSON\"}}"
                    .getBytes(StandardCharsets.UTF_8)),
            Action::builder);

    assertThat(action.lambdaConfiguration()).isNull();
    assertThat(action.snsConfiguration().snsFormatAsString()).isEqualTo("JSON");
  }

  @Test
  void keepsAWordThisVersionOfTheSdkDoesNotKnow() {
    DescribeMetricSetResponse read =
        SdkJson.read(
            RequestJson.parse("{\"MetricSetFrequency\":\"PT1M\"}".getBytes(StandardCharsets.UTF_8)),
            DescribeMetricSetResponse::builder);

    assertThat(read.metricSetFrequency()).isEqualTo(Frequency.UNKNOWN_TO_SDK_VERSION);
    assertThat(SdkJson.write(read)).hasToString("{\"MetricSetFrequency\":\"PT1M\"}");
  }

  @Test
  void refusesNumbersJsonDoesNotHave() {
    TimeSeries series = TimeSeries.builder().metricValueList(1.0, Double.NaN).build();

    assertThatThrownBy(() -> SdkJson.write(series))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number NaN");
  }
}
