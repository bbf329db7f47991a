package dev.tidewatch.evaluation.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.evaluation.DataFolder;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CubeFolderTest {
  private static final String SHOP =
      """
      {"interval":3600,"dims":["platform"],"measures":["price","views"],"aggregation":{"price":"AVG"}}
      """;
  private static final String ROWS = "timestamp,platform,price,views\n0,ios,2,3\n";

  @TempDir Path temporary;

  @Test
  void readsADescription() {
    CubeFolder cube = cube(SHOP, ROWS);
    assertThat(cube.settings().interval()).isEqualTo(Duration.ofHours(1));
    assertThat(cube.settings().dimensions()).containsExactly("platform");
    assertThat(cube.settings().measures())
        .containsExactly(
            MeasureSettings.of("price", Aggregation.AVG),
            MeasureSettings.of("views", Aggregation.SUM));
    assertThat(cube.intervals()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3600 | 7 | an interval is one minute to one day",
        "3600 | \"PT1H\" | interval is a number of seconds, not \"PT1H\"",
        "[\"platform\"] | \"platform\" | dims is a list of different names, not \"platform\"",
        "[\"platform\"] | [\"a\",\"a\"] | dims is a list of different names",
        "[\"price\",\"views\"] | [] | a metric set has one measure at least",
        "AVG | MAX | the aggregation of price is SUM or AVG, not MAX",
      })
  void saysWhatIsWrongWithADescription(String right, String wrong, String message) {
    CubeFolder cube = cube(SHOP.replace(right, wrong), ROWS);
    assertThatThrownBy(cube::settings)
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("meta.json: " + message);
  }

  @ParameterizedTest
  @CsvSource({"'{'", "'x'", "'{\"dims\":}'"})
  void saysInOneLineWhereADescriptionIsNoJson(String meta) {
    assertThatThrownBy(() -> cube(meta, ROWS))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("meta.json, line 1 is no JSON: ")
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1);
  }

  @Test
  void saysWhereATimestampIsNone() {
    CubeFolder cube = cube(SHOP, ROWS + "yesterday,ios,2,3\n");
    assertThatThrownBy(cube::intervals)
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("data.csv, line 3: 'yesterday' is no timestamp");
  }

  @Test
  void refusesDataWithoutRows() {
    CubeFolder cube = cube(SHOP, "timestamp,platform,price,views\n");
    assertThatThrownBy(cube::intervals)
        .isInstanceOf(MalformedData.class)
        .hasMessageEndingWith("data.csv has a header but no rows");
  }

  private CubeFolder cube(String meta, String rows) {
    new DataFolder(temporary).file("meta.json", meta).file("data.csv", rows);
    return new CubeFolder(temporary);
  }
}
