package dev.tidewatch.evaluation.calibration;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.SeriesReader;
import dev.tidewatch.evaluation.series.TimeSeries;
import java.util.Optional;

/**
 * A time series somebody recorded, and the file that says which of its rows are no healthy ones.
 *
 * @param series its values
 * @param labels column label, 0 for a healthy row; empty where all of them are
 */
record Recording(DataFile series, Optional<DataFile> labels) {
  Recording {
    requireNonNull(series, "series");
    requireNonNull(labels, "labels");
  }

  TimeSeries values() {
    return SeriesReader.read(series);
  }

  /** Whether each row is far enough from all that is labelled. */
  boolean[] quiet(int rows) {
    boolean[] labelled =
        labels.map(file -> labelled(file, rows)).orElseGet(() -> new boolean[rows]);
    return QuietRows.of(labelled);
  }

  private static boolean[] labelled(DataFile file, int rows) {
    CsvTable table = new CsvTable(file);
    int label = table.column("label", "is_anomaly");
    boolean[] labelled = new boolean[rows];
    int[] row = {0};
    table.forEach(
        line -> {
          if (row[0] < rows) {
            labelled[row[0]] = line.number(label) != 0;
          }
          row[0]++;
        });
    if (row[0] != rows) {
      throw new MalformedData(
          file.path() + " labels " + row[0] + " rows of a series that has " + rows);
    }
    return labelled;
  }
}
