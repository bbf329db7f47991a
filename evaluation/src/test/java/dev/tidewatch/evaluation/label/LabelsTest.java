package dev.tidewatch.evaluation.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.evaluation.DataFolder;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimeSeries;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
  private static final TimeSeries SERIES =
      new TimeSeries(new long[] {0, 60, 120, 180, 240, 300}, new double[6]);

  @TempDir Path folder;

  @Test
  void readsRunsOfMarkedRowsAndTheHistoryBeforeThem() {
    new DataFolder(folder).file("kpi/x/labels/a.csv.gz", "label\n-1\n-1\n1\n1\n0\n1\n");
    assertThat(Labels.of(folder, "kpi/x", "a.csv", SERIES))
        .hasValueSatisfying(
            labels -> {
              assertThat(labels.events()).containsExactly(new RowRange(2, 3), new RowRange(5, 5));
              assertThat(labels.history()).isEqualTo(2);
            });
  }

  @Test
  void readsWindows() {
    new DataFolder(folder)
        .file(
            "nab/labels/combined_windows.json",
            "{\"c/a.csv\": [[\"1970-01-01 00:01:00.000000\", \"1970-01-01 00:03:00.000000\"]]}");
    assertThat(Labels.of(folder, "nab", "c/a.csv", SERIES).orElseThrow().events())
        .containsExactly(new RowRange(1, 3));
    assertThat(Labels.of(folder, "nab", "c/b.csv", SERIES)).isEmpty();
  }

  @Test
  void findsNoneWhereThereAreNone() {
    assertThat(Labels.of(folder, "kpi/x", "a.csv", SERIES)).isEmpty();
    assertThat(Labels.of(folder, "nab", "a.csv", SERIES)).isEmpty();
  }

  @Test
  void refusesLabelsOfAnotherSeries() {
    new DataFolder(folder).file("kpi/x/labels/a.csv", "label\n1\n");
    assertThatThrownBy(() -> Labels.of(folder, "kpi/x", "a.csv", SERIES))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("1 labels for 6 rows");
  }

  @Test
  void saysWhichWindowsAreNoTimes() {
    new DataFolder(folder)
        .file("nab/labels/combined_windows.json", "{\"a.csv\": [[\"noon\", \"x\"]]}");
    assertThatThrownBy(() -> Labels.of(folder, "nab", "a.csv", SERIES))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("combined_windows.json: 'noon' is no timestamp");
  }
}
