package dev.tidewatch.setup.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.metricset.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlueprintFileTest {
  @ParameterizedTest
  @MethodSource("dev.tidewatch.setup.blueprint.BlueprintMistakes#all")
  void tellsEachMistakeWithItsPlaceAndRemedy(BlueprintMistake mistake) {
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
    assertThat(BlueprintFile.read(BlueprintMistake.GOOD, "good.yaml").name()).isEqualTo("shop");
  }

  @Test
  void saysThatNobodyKnowsWhereTheDataAre() {
    String file = "name: shop\nmeasures: [views]\ninterval: PT5M\n";
    assertThat(problemsOf(file))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains("says where the data are");
              assertThat(problem.remedy()).contains("path: s3://bucket/");
            });
    assertThat(problemsOf(file + "detector:\n  dataset:\n    source: {}\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(6);
              assertThat(problem.message()).isEqualTo("names no source");
            });
  }

  @Test
  void tellsMistakesInSourcesOfTheSdksOwnKeys() {
    String file =
        """
        name: shop
        measures: [views]
        interval: PT5M
        detector:
          dataset:
            source:
              rds:
                databasePort: 0
                tableName: 7
                vpcConfiguration: {subnetIdList: subnet-1}
                secretManagerArns: x
        """;
    assertThat(problemsOf(file))
        .extracting(Problem::line, Problem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(8, "'0' is not from 1 to 65535"),
            org.assertj.core.groups.Tuple.tuple(9, "'7' is a number, not a text"),
            org.assertj.core.groups.Tuple.tuple(10, "'subnet-1' is no list"),
            org.assertj.core.groups.Tuple.tuple(11, "'secretManagerArns' is no key here"));
  }

  @Test
  void tellsAllMistakesAtOnceInTheOrderOfTheFile() {
    String text =
        BlueprintMistake.GOOD
            .replace("GZIP", "ZIP")
            .replace("LONG_TEXT", "HTML")
            .replace("team: web", "team: 1")
            .replace("{{HHmm}}", "{{HH}}");
    assertThat(problemsOf(text)).extracting(Problem::line).containsExactly(12, 22, 26, 50);
  }

  private static List<Problem> problemsOf(String text) {
    return catchThrowableOfType(InvalidYamlFile.class, () -> BlueprintFile.read(text, "shop.yaml"))
        .problems();
  }
}
