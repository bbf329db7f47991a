package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.evaluation.file.MalformedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSetTest {
  private static final int ROWS = 24 * 21;

  @TempDir private Path data;

  @Test
  void leavesOutTheFirstWeekAndWhatIsNearALabel() throws IOException {
    write("kpi/shop/series/a.csv", "timestamp,value", row -> row * 3_600 + "," + row % 24);
    write("kpi/shop/labels/a.csv", "label", row -> row == 400 ? "1" : "0");

    Finding finding = RecordedSet.in(data).get(0).run().get(0);

    int near = 2 * QuietRows.MARGIN + 1;
    assertThat(finding.days() * 24).isEqualTo(ROWS - 7 * 24 - near);
  }

  @Test
  void aSeriesWithoutLabelsIsNotKnownToBeHealthy() throws IOException {
    write("kpi/shop/series/a.csv", "timestamp,value", row -> row * 3_600 + ",1");

    assertThat(RecordedSet.in(data)).isEmpty();
  }

  @Test
  void takesOnlyTheQuietOnesOfTheNumentaBenchmark() throws IOException {
    write("nab/data/artificialNoAnomaly/q.csv", "timestamp,value", row -> row * 3_600 + ",1");
    write("nab/data/realTweets/t.csv", "timestamp,value", row -> row * 3_600 + ",1");

    List<RecordedSet> sets = RecordedSet.in(data);

    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).run().get(0).days()).isEqualTo(14);
  }

  @Test
  void refusesLabelsOfAnotherSeries() throws IOException {
    write("kpi/shop/series/a.csv", "timestamp,value", row -> row * 3_600 + ",1");
    Files.createDirectories(data.resolve("kpi/shop/labels"));
    Files.writeString(data.resolve("kpi/shop/labels/a.csv"), "label\n0\n1\n");

    assertThatThrownBy(() -> RecordedSet.in(data).get(0).run())
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("labels 2 rows of a series that has " + ROWS);
  }

  private void write(String name, String header, IntFunction<String> row) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    String rows = IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n"));
    Files.writeString(file, header + "\n" + rows + "\n");
  }
}
