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
