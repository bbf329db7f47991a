package dev.tidewatch.detector.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.scoring.contribution.Contribution;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void writesTheContractsDocumentByteForByteButForOneKey() throws Exception {
    String text = JsonDocument.of(Samples.ofTheContract());
    assertThat(text).doesNotContain("\n");
    ObjectNode document = (ObjectNode) JSON.readTree(text);
    assertThat(document.remove("tidewatch")).isNotNull();
    try (InputStream example = getClass().getResourceAsStream("alert.json")) {
      assertThat(JSON.writeValueAsString(document))
          .isEqualTo(JSON.writeValueAsString(JSON.readTree(example)));
    }
  }

  @Test
  void tellsTheDatasetsZoneAndWhatTheOriginalDidNot() throws Exception {
    var document = JSON.readTree(JsonDocument.of(Samples.ofTheConsole(EventKind.RAISED)));
    assertThat(document.path("timestamp").asText())
        .isEqualTo("2026-11-20T18:05+01:00[Europe/Berlin]");
    assertThat(document.get("alertDescription").isNull()).isTrue();
    assertThat(document.path("tidewatch").path("state").asText()).isEqualTo("updated");
    assertThat(document.path("tidewatch").path("severityClass").asText()).isEqualTo("critical");
    assertThat(document.path("tidewatch").path("lower").asDouble()).isEqualTo(9800);
  }

  @Test
  void writesADocumentOfMissingDataThatReadersOfAnomaliesSurvive() throws Exception {
    var document = JSON.readTree(JsonDocument.of(Samples.gap(EventKind.DATA_MISSING)));
    assertThat(document.path("impactedMetric").path("relevantTimeSeries").isArray()).isTrue();
    assertThat(document.path("anomalyScore").asDouble()).isZero();
    assertThat(document.path("tidewatch").path("intervalsWithoutData").asInt()).isEqualTo(3);
  }

  @Test
  void writesTheShortText() {
    assertThat(ShortText.of(Samples.ofTheConsole(EventKind.OPENED)))
        .isEqualTo(
            "CRITICAL revenue -61% (4,210 vs ~10,900) uk/mobile_app 17:05Z. http://host/a/60359687");
    assertThat(ShortText.of(Samples.ofTheConsole(EventKind.ENDED))).startsWith("RESOLVED CRITICAL");
    assertThat(ShortText.of(Samples.ofTheConsole(EventKind.TEST))).startsWith("TEST CRITICAL");
    assertThat(ShortText.of(Samples.gap(EventKind.DATA_MISSING)))
        .isEqualTo(
            "DATA MISSING ecommerce-live: none in 3 intervals, last 17:10Z."
                + " https://host/d/ecommerce-live/quality");
  }

  @Test
  void writesTheLongText() {
    assertThat(LongText.of(Samples.ofTheConsole(EventKind.OPENED)))
        .isEqualTo(
            """
            Revenue fell 61 % below expected            [CRITICAL 91]
            When      20 Nov 2026 17:00–17:10 UTC (18:00–18:10 CET), still open
            Value     4,210   expected 9,800 to 11,900
            Where     marketplace uk 100 % · platform mobile_app 88 %, pc_web 12 %
            Impact    1 of 21 series
            Cause?    checkout_errors rose 5 minutes earlier (78)
            Detector  ecommerce-live   Alert oncall (threshold 70)
            Group     60359687-afb8-4c46-af3d-aea03614a53f
            Look      https://host/d/ecommerce-live/a/60359687-afb8-4c46-af3d-aea03614a53f
            Wrong?    https://host/d/ecommerce-live/a/60359687-afb8-4c46-af3d-aea03614a53f#feedback
            Mute      https://host/d/ecommerce-live/a/60359687-afb8-4c46-af3d-aea03614a53f#mute
            """);
    assertThat(LongText.of(Samples.ofTheConsole(EventKind.TEST))).startsWith("TEST - ");
  }

  @Test
  void writesSubjects() {
    assertThat(Subject.of(Samples.ofTheConsole(EventKind.OPENED)))
        .isEqualTo("CRITICAL 91: anomaly in revenue (ecommerce-live)");
    assertThat(Subject.of(Samples.ofTheConsole(EventKind.TEST))).startsWith("TEST - ");
    assertThat(Subject.of(Samples.gap(EventKind.DATA_BACK)))
        .isEqualTo("Data are back: ecommerce-live");
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void readsBackWhatItKept(EventKind kind) {
    AlertContent content =
        kind.name().startsWith("DATA") ? Samples.gap(kind) : Samples.ofTheConsole(kind);
    assertThat(ContentText.read(ContentText.write(content))).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4210; 4,210",
        "148.5; 148.5",
        "0; 0",
        "-0.0; 0",
        "0.012345; 0.01235",
        "1234567.8; 1,234,568",
        "-12.3456; -12.35",
        "1e20; 1E20",
        "NaN; unknown"
      })
  void writesNumbersWithAsManyDecimalsAsFourFiguresNeed(double number, String text) {
    assertThat(Numbers.value(number)).isEqualTo(text);
  }

  @Test
  void roundsSharesSoThatTheyMakeAHundred() {
    List<Contribution> thirds =
        List.of(
            new Contribution("a", "x", 30), new Contribution("a", "y", 30),
            new Contribution("a", "z", 30), new Contribution("b", "none", 0));
    assertThat(Share.of(thirds)).containsOnlyKeys("a");
    assertThat(Share.of(thirds).get("a"))
        .containsExactly(new Share("x", 34), new Share("y", 33), new Share("z", 33));
  }
}
