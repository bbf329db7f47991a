package dev.tidewatch.evaluation.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.JsonFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimeSeries;
import dev.tidewatch.evaluation.series.TimestampText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The labelled events of one series.
 *
 * @param events the rows people marked, in order
 * @param history how many rows at the start are history and not judged
 */
public record Labels(List<RowRange> events, int history) {
  public Labels {
    events = List.copyOf(events);
  }

  /**
   * The labels that lie beside a series; empty if there are none.
   *
   * @param data the folder of data
   * @param set the set of the series, such as {@code kpi/cmd}
   * @param name its name inside the set, with {@code .csv}
   */
  public static Optional<Labels> of(Path data, String set, String name, TimeSeries series) {
    return set.equals("nab")
        ? windows(data.resolve("nab/labels/combined_windows.json"), name, series)
        : rows(data.resolve(set).resolve("labels"), name, series);
  }

  private static Optional<Labels> rows(Path folder, String name, TimeSeries series) {
    return DataFile.in(folder, name).map(file -> rows(file, series.size()));
  }

  private static Labels rows(DataFile file, int size) {
    CsvTable table = new CsvTable(file);
    int column = table.column("label", "is_anomaly");
    List<Double> labels = new ArrayList<>();
    table.forEach(row -> labels.add(row.number(column)));
    if (labels.size() != size) {
      throw new MalformedData(
          file.path() + " has " + labels.size() + " labels for " + size + " rows");
    }
    int history = 0;
    while (history < size && labels.get(history) < 0) {
      history++;
    }
    return new Labels(runs(labels), history);
  }

  private static List<RowRange> runs(List<Double> labels) {
    List<RowRange> runs = new ArrayList<>();
    int first = -1;
    for (int row = 0; row <= labels.size(); row++) {
      boolean marked = row < labels.size() && labels.get(row) > 0;
      if (marked && first < 0) {
        first = row;
      } else if (!marked && first >= 0) {
        runs.add(new RowRange(first, row - 1));
        first = -1;
      }
    }
    return runs;
  }

  private static Optional<Labels> windows(Path file, String name, TimeSeries series) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode windows = JsonFile.read(file).path(name);
    List<RowRange> events = new ArrayList<>();
    for (JsonNode window : windows) {
      events.add(range(seconds(file, window.path(0)), seconds(file, window.path(1)), series));
    }
    return windows.isMissingNode() ? Optional.empty() : Optional.of(new Labels(events, 0));
  }

  private static RowRange range(long from, long to, TimeSeries series) {
    int first = 0;
    while (first < series.size() - 1 && series.timestamp(first).getEpochSecond() < from) {
      first++;
    }
    int last = first;
    while (last < series.size() - 1 && series.timestamp(last + 1).getEpochSecond() <= to) {
      last++;
    }
    return new RowRange(first, last);
  }

  private static long seconds(Path file, JsonNode text) {
    try {
      return TimestampText.seconds(text.asText());
    } catch (IllegalArgumentException e) {
      throw new MalformedData(file + ": " + e.getMessage());
    }
  }
}
