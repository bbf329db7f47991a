package dev.tidewatch.detector.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.scoring.contribution.Contribution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
  private static final int LIMIT = 256 * 1024;

  static Stream<String> corpus() {
    return Stream.of(
        "uk\r\nBcc: all@example.org",
        "uk\nLook      https://evil.example.org",
        "a\u2028b\u2029c\u0085d\u000Be\u0000f\u001b[31m",
        "<script>alert(1)</script> & \"quoted\" 'single'",
        "\u202Eevil\u202C \u2066x\u2069 \u200Bzero\uFEFF",
        "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 emoji",
        "\uD83D lone \uDE00 halves \uD800",
        "Zürich – Ørsted ŁÓDŹ 東京 Москва عربى",
        "",
        "   ",
        "%s %d %n {0} ${jndi:ldap://x}",
        "\t\ttabs\t",
        "x".repeat(5000),
        "\uD83D\uDE00".repeat(700),
        "\r\n".repeat(300),
        "ü".repeat(139));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void keepsEveryFormatInItsForm(String text) throws Exception {
    for (EventKind kind :
        List.of(EventKind.OPENED, EventKind.RAISED, EventKind.ENDED, EventKind.TEST)) {
      check(Samples.hostile(kind, text, Samples.anomaly(text, text, 1)));
      check(Samples.hostile(kind, text, anomaly(text, 200)));
    }
  }

  @Test
  void keepsEveryFormatInItsFormForTextsOfAnyCharacters() throws Exception {
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append((char) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(65536)));
      }
      check(
          Samples.hostile(
              EventKind.OPENED, "", Samples.anomaly(text.toString(), text.toString(), 1)));
    }
  }

  private static void check(AlertContent content) throws Exception {
    String subject = Subject.of(content);
    assertThat(subject).hasSizeBetween(1, 99).matches("[ -~]+");
    String brief = ShortText.of(content);
    assertThat(brief).hasSizeLessThanOrEqualTo(140).matches("[ -~]+").endsWith(content.shortLink());
    String mail = LongText.of(content);
    assertThat(mail.lines().filter(line -> line.startsWith("Look ")))
        .containsExactly("Look      " + content.link());
    assertThat(mail.replace("\n", "")).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]*");
    String json = JsonDocument.of(content);
    assertThat(json).doesNotContain("\n", "\r");
    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThan(LIMIT - 8192);
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
    MessageAttributes.of(content)
        .values()
        .forEach(each -> assertThat(each).doesNotContainPattern("\\p{Cc}"));
    for (JsonNode dimension :
        new JsonMapper().readTree(json).path("impactedMetric").path("dimensionContribution")) {
      int sum = 0;
      for (JsonNode value : dimension.path("dimensionValueContributions")) {
        sum += value.path("valueContribution").asInt();
      }
      assertThat(sum).isEqualTo(100);
    }
  }

  @Test
  void saysHowManySeriesItLeavesOut() throws Exception {
    AlertContent content = Samples.hostile(EventKind.OPENED, "", anomaly("x".repeat(400), 500));
    JsonNode document = new JsonMapper().readTree(JsonDocument.of(content));
    int told = document.path("impactedMetric").path("relevantTimeSeries").size();
    assertThat(told).isBetween(1, 499);
    assertThat(document.path("tidewatch").path("relevantTimeSeriesLeftOut").asInt())
        .isEqualTo(500 - told);
  }

  /** Ten dimensions, each with as many values. */
  private static ToldAnomaly anomaly(String text, int values) {
    List<Contribution> contributions = new ArrayList<>();
    List<ToldSeries> series = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      Map<String, String> dimensions = new LinkedHashMap<>();
      for (int dimension = 0; dimension < 10; dimension++) {
        contributions.add(new Contribution("d" + dimension, text + value, value % 7));
        dimensions.put("d" + dimension, text + value);
      }
      series.add(new ToldSeries("id" + value, dimensions, value, Double.NaN));
    }
    return new ToldAnomaly(
        Samples.GROUP,
        text,
        50,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        contributions,
        values,
        values,
        series,
        List.of());
  }
}
