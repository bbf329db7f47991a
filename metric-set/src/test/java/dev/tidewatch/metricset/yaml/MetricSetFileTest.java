package dev.tidewatch.metricset.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricSetFileTest {
  @ParameterizedTest
  @MethodSource("dev.tidewatch.metricset.yaml.Mistakes#all")
  void tellsEachMistakeWithItsPlaceAndRemedy(Mistake mistake) {
    assertThat(problemsOf(mistake.text()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(mistake.message());
              assertThat(problem.remedy()).contains(mistake.remedy());
              assertThat(problem.path()).isEqualTo(mistake.path());
              assertThat(problem.line()).isEqualTo(mistake.line());
              assertThat(problem.column()).isPositive();
            });
  }

  @Test
  void theGoodFileHasNoMistake() {
    assertThat(MetricSetFile.read(Mistake.GOOD, "good.yaml").name()).isEqualTo("shop");
  }

  @Test
  void tellsAllMistakesAtOnceInTheOrderOfTheFile() {
    String text =
        Mistake.GOOD
            .replace("name: shop", "name: my shop")
            .replace("zone: UTC", "zone: Mars")
            .replace("PT5M", "PT7M")
            .replace("SUM", "MAX")
            .replace("{{HHmm}}", "{{HHnn}}");
    assertThat(problemsOf(text)).extracting(Problem::line).containsExactly(1, 14, 20, 21, 25);
  }

  @Test
  void sharesOneLineBetweenSeveralMistakes() {
    String text =
        Mistake.GOOD.replace("aggregation: SUM, decimals: 2", "aggregation: X, decimals: y");
    assertThat(problemsOf(text))
        .extracting(Problem::path)
        .containsExactly("measures[1].aggregation", "measures[1].decimals");
  }

  @Test
  void refusesAnEleventhDimension() {
    assertThat(problemsOf(Mistakes.tooManyDimensions()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("has 11 entries");
              assertThat(problem.remedy()).isEqualTo("Give it at most 10");
            });
  }

  @Test
  void refusesWhatOnlyCsvHasForJson() {
    String text = Mistake.GOOD.replace("format: CSV", "format: JSON");
    assertThat(problemsOf(text))
        .extracting(Problem::path)
        .containsExactly("records.columns", "records.delimiter", "records.quote");
  }

  @ParameterizedTest
  @CsvSource({"a..b", ".a", "a.", "."})
  void refusesBrokenPathsOfJsonKeys(String field) {
    String text =
        """
        name: shop
        stream: {name: live}
        records: {format: JSON}
        timestamp: {column: at, field: order.placed.at, format: UNIX}
        measures: [{name: money, field: "%s"}]
        interval: 1h
        output: {location: s3://demo/csv}
        """;
    assertThat(problemsOf(text.formatted(field)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.text())
                    .isEqualTo(
                        "measures[0].field: '"
                            + field
                            + "' is no path of JSON keys. Join keys by single dots, as in total.amount."));
  }

  @ParameterizedTest
  @CsvSource({
    "'name: shop\n  indented: wrong\n', 2", "'name: {{yyyy}}/x\n', 1", "'\tname: shop\n', 1",
    "'name: \"shop\n', 2", "'---\na: 1\n---\nb: 2\n', 3", "'name: *nowhere', 1"
  })
  void saysWhereTheTextIsNoYaml(String text, int line) {
    assertThat(problemsOf(text))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith("is no YAML: ");
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.remedy()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({"{{yyyyMMdd}}/{{HHmm}}/, is no YAML", "{{yyyyMMddHHmm}}, 'is a mapping, not a text'"})
  void findsThePlaceholderThatNeedsQuotes(String layout, String message) {
    assertThat(problemsOf(Mistake.GOOD.replace("\"{{yyyyMMdd}}/{{HHmm}}/\"", layout)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith(message);
              assertThat(problem.remedy()).contains("quote").contains("{");
              assertThat(problem.line()).isBetween(25, 26);
            });
  }

  @Test
  void refusesFilesThatAreNoMapping() {
    assertThat(problemsOf("")).extracting(Problem::message).containsExactly("the file is empty");
    assertThat(problemsOf("just text"))
        .extracting(Problem::message)
        .containsExactly("'just text' is no mapping");
    assertThat(problemsOf("[a]")).extracting(Problem::message).containsExactly("is no mapping");
  }

  @Test
  void refusesFilesThatCannotBeRead(@TempDir Path folder) throws IOException {
    Path latin1 =
        Files.write(folder.resolve("a.yaml"), "größe".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(catchThrowableOfType(InvalidYamlFile.class, () -> MetricSetFile.read(latin1)))
        .hasMessage(latin1 + ":1: the file is not UTF-8. Save it as UTF-8.");
    Path missing = folder.resolve("b.yaml");
    assertThat(catchThrowableOfType(InvalidYamlFile.class, () -> MetricSetFile.read(missing)))
        .hasMessage(missing + ":1: there is no such file. Check the path.");
    assertThat(catchThrowableOfType(InvalidYamlFile.class, () -> MetricSetFile.read(folder)))
        .hasMessageContaining("the file cannot be read");
  }

  @Test
  void reportsOneLineAProblemWithFileAndLine() {
    var invalid =
        catchThrowableOfType(
            InvalidYamlFile.class,
            () -> MetricSetFile.read(Mistake.GOOD.replace("PT5M", "PT7M"), "samples/x.yaml"));
    assertThat(invalid)
        .hasMessage(
            "samples/x.yaml:21: interval: 'PT7M' is no interval length. Use PT5M, PT10M, PT1H or"
                + " P1D.")
        .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
  }

  private static List<Problem> problemsOf(String text) {
    return catchThrowableOfType(InvalidYamlFile.class, () -> MetricSetFile.read(text, "shop.yaml"))
        .problems();
  }
}
