package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask nobody. */
class OfflineCommandsTest {
  private static final String SAMPLE = "../samples/ecommerce.yaml";

  @TempDir private Path folder;

  @Test
  void validateTellsWhatTheFileHolds() {
    Cli validate = Cli.run("validate", "-f", SAMPLE);
    assertThat(validate.out())
        .contains("detector ecommerce, PT5M, 2 measures, 2 dimensions, 1 alerts, 1 topics");
    assertThat(validate.code()).isZero();
  }

  @Test
  void validateTellsMistakesWithoutAStackTrace() {
    String file = Cli.file(folder, "wrong.yaml", "name: a b\nmeasures: []\ninterval: 7m\n");
    Cli validate = Cli.run("validate", "-f", file);
    assertThat(validate.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(validate.err())
        .contains("wrong.yaml:1: name: 'a b'", "wrong.yaml:2: measures:", "wrong.yaml:3: interval:")
        .doesNotContain("\tat ");
  }

  @Test
  void validateTellsMistakesOfAlertsBesideThoseOfTheInterval() {
    String file =
        Cli.file(
            folder,
            "both.yaml",
            """
            name: shop
            timestamp: {column: at, format: yyyy-MM-dd HH:mm:ss}
            dimensions: [market]
            measures: [views]
            interval: PT7H
            topics: [{name: told, subscribers: [{protocol: pigeon, endpoint: loft}]}]
            alerts:
              - {name: one, threshold: 600, dimensions: {market: [us]}, sns: {topic: told}}
            """);
    assertThat(Cli.run("validate", "-f", file).err())
        .contains(
            "both.yaml:5: interval: 'PT7H'", "topics[0].subscribers[0]", "alerts[0].threshold")
        .doesNotContain("'market'");
    String dropped =
        Cli.file(
            folder,
            "dropped.yaml",
            "name: shop\nmeasures: [views]\ndimensions: [m, 'a b']\ninterval: PT7H\nalerts:\n  - {name: one, dimensions: {'a b': [us]}, sns: {topic: t}}\n");
    assertThat(Cli.run("validate", "-f", dropped).err()).doesNotContain("alerts[0].dimensions");
  }

  @Test
  void initReadsTimesOfManyForms() {
    List.of(
            "2026112810, yyyyMMddHH",
            "1764288000, UNIX",
            "11/28/2026 10:00 AM, MM/dd/yyyy hh:mm a",
            "2026-11-28 10:00:00 AM, yyyy-MM-dd hh:mm:ss a",
            "2026-11-28T10:00:00+01:00, yyyy-MM-dd'T'HH:mm:ssXXX",
            "2026-11-28T10:00:00Z, yyyy-MM-dd'T'HH:mm:ssX",
            "28-11-2026 10:00:00, dd-MM-yyyy HH:mm:ss",
            "2026-11-28 10, yyyy-MM-dd HH",
            "2026-11-28T10:00Z, yyyy-MM-dd'T'HH:mmX")
        .forEach(
            each -> {
              String[] both = each.split(", ");
              String rows = "p,at,v\nx,%1$s,1\ny,%1$s,2\n".formatted(both[0]);
              assertThat(Cli.run("init", Cli.file(folder, "times.csv", rows)).out())
                  .as(each)
                  .containsPattern(
                      "format: '?" + Pattern.quote(both[1].replace("'", "''")) + "'?\n");
            });
    String none = Cli.file(folder, "none.csv", "p,at,v\nx,noon,1\n");
    assertThat(Cli.run("init", none).err()).contains("times are such as 2026-11-28 10:05:00");
  }

  @Test
  void validateAnswersProgramsInJson() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode good = json.readTree(Cli.run("validate", "-f", SAMPLE, "-o", "json").out());
    assertThat(good.path("valid").asBoolean()).isTrue();
    assertThat(good.path("detector").asText()).isEqualTo("ecommerce");
    String file = Cli.file(folder, "wrong.yaml", "name: a b\nmeasures: []\ninterval: 7m\n");
    JsonNode mistakes =
        json.readTree(Cli.run("validate", "-f", file, "-o", "json").err()).at("/error/mistakes");
    assertThat(mistakes).hasSizeGreaterThan(2);
    assertThat(mistakes.get(0).path("line").asInt()).isEqualTo(1);
    assertThat(mistakes.get(0).path("path").asText()).isEqualTo("name");
    assertThat(mistakes.get(0).path("value").asText()).isEqualTo("a b");
  }

  @Test
  void initSaysWhatASampleIsThatItCannotRead() {
    assertThat(Cli.run("init", folder.toString()).err()).contains("is a folder");
    assertThat(Cli.run("init", Cli.file(folder, "array.json", "[{\"a\": 1},\n{\"a\": 2}]")).err())
        .contains("one JSON array", "jq -c '.[]'");
    assertThat(Cli.run("init", Cli.file(folder, "pretty.json", "{\n  \"a\": 1\n}")).err())
        .contains("jq -c .");
    assertThat(Cli.run("init", Cli.file(folder, "header.csv", "a,b,at\n")).err())
        .contains("one line only, a header it seems");
  }

  @Test
  void theDocumentedFilesAreRight() throws IOException {
    String document = Files.readString(Path.of("../docs/detector-setup.md"));
    List<String> files =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(document)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(files)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            text ->
                assertThat(
                        Cli.run("validate", "-f", Cli.file(folder, "documented.yaml", text)).err())
                    .isEmpty());
  }

  @Test
  void validatePrintsTheSchema() throws IOException {
    Cli schema = Cli.run("validate", "--schema");
    assertThat(new ObjectMapper().readTree(schema.out()).at("/properties/detector/properties"))
        .isNotEmpty();
    assertThat(Cli.run("validate").code()).isEqualTo(2);
    assertThat(Cli.run("validate", "--schema", "-f", SAMPLE).code()).isEqualTo(2);
  }

  @Test
  void costShowsItsArithmetic() {
    Cli cost = Cli.run("cost", "-f", SAMPLE, "--series", "42");
    assertThat(cost.code()).isZero();
    assertThat(cost.out())
        .contains(
            "31.50",
            "40 × 3 metrics",
            "us-east-1",
            "at $0.75 to 1000, $0.50 to 5000",
            "Assumed",
            "42 series",
            "check them");
  }

  @Test
  void costIsForProgramsToo() throws IOException {
    Cli cost = Cli.run("cost", "-f", SAMPLE, "--series", "42", "-o", "json");
    JsonNode answer = new ObjectMapper().readTree(cost.out());
    double data = 0;
    for (JsonNode line : answer.get("lines")) {
      data += line.get("part").asText().equals("data") ? line.get("dollars").asDouble() : 0;
    }
    assertThat(answer.at("/totals/lookout").asDouble())
        .isCloseTo(data + 31.50, org.assertj.core.api.Assertions.within(0.05));
    assertThat(answer.get("assumptions")).isNotEmpty();
  }

  @Test
  void costRefusesSizesThatCannotBe() {
    Cli cost = Cli.run("cost", "-f", SAMPLE, "--series", "0");
    assertThat(cost.code()).isEqualTo(2);
    assertThat(cost.err()).contains("at least one series").doesNotContain("\tat ");
  }
}
