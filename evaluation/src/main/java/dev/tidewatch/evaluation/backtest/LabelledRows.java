package dev.tidewatch.evaluation.backtest;

import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimestampText;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a metric set whose measures are labelled: a column {@code timestamp}, for each
 * measure a column and another one {@code MEASURE_label} (0 or 1), and dimensions in all other
 * columns.
 *
 * @param dimensions the names of the dimensions, in the order of the file
 * @param measures the names of the measures, in the order of the file
 * @param intervals the rows, interval by interval in the order of time
 * @param labelled which cells are labelled
 */
record LabelledRows(
    List<String> dimensions,
    List<String> measures,
    List<IntervalRows> intervals,
    Set<Cell> labelled) {
  private static final String LABEL = "_label";

  LabelledRows {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    intervals = List.copyOf(intervals);
    labelled = Set.copyOf(labelled);
  }

  /**
   * One value of one leaf.
   *
   * @param leaf its dimension values, in the order of the dimensions
   */
  record Cell(String measure, List<String> leaf, Instant start) {
    Cell {
      leaf = List.copyOf(leaf);
    }
  }

  static LabelledRows read(DataFile file) {
    CsvTable table = new CsvTable(file);
    List<String> header = table.header();
    List<String> measures = header.stream().filter(name -> header.contains(name + LABEL)).toList();
    List<String> dimensions =
        header.stream()
            .filter(name -> !name.equals("timestamp") && !name.endsWith(LABEL))
            .filter(name -> !measures.contains(name))
            .toList();
    if (measures.isEmpty()) {
      throw new MalformedData(
          file.path() + " has no labelled measure: a column such as views needs views" + LABEL);
    }
    return new Reader(table, dimensions, measures).rows();
  }

  /** How far apart intervals are: the shortest step there is. */
  Duration interval() {
    Duration shortest = Duration.ofDays(1);
    Iterator<IntervalRows> each = intervals.iterator();
    Instant before = each.next().start();
    while (each.hasNext()) {
      Instant start = each.next().start();
      Duration step = Duration.between(before, start);
      shortest = step.compareTo(shortest) < 0 ? step : shortest;
      before = start;
    }
    return shortest;
  }

  /** Sums, in UTC, and defaults for all else. */
  ScoringSettings settings() {
    return ScoringSettings.of(
        interval(),
        ZoneOffset.UTC,
        measures.stream().map(name -> MeasureSettings.of(name, Aggregation.SUM)).toList(),
        dimensions);
  }

  private static final class Reader {
    private final CsvTable table;
    private final List<String> dimensions;
    private final List<String> measures;
    private final int timestamp;
    private final int[] dimensionColumns;
    private final int[] measureColumns;
    private final int[] labelColumns;
    private final SortedMap<Long, IntervalRows.Builder> intervals = new TreeMap<>();
    private final Set<Cell> labelled = new HashSet<>();

    Reader(CsvTable table, List<String> dimensions, List<String> measures) {
      this.table = table;
      this.dimensions = dimensions;
      this.measures = measures;
      timestamp = table.column("timestamp");
      dimensionColumns = dimensions.stream().mapToInt(table::column).toArray();
      measureColumns = measures.stream().mapToInt(table::column).toArray();
      labelColumns = measures.stream().mapToInt(name -> table.column(name + LABEL)).toArray();
    }

    LabelledRows rows() {
      table.forEach(this::take);
      if (intervals.isEmpty()) {
        throw new MalformedData("there are no rows");
      }
      return new LabelledRows(
          dimensions,
          measures,
          intervals.values().stream().map(IntervalRows.Builder::build).toList(),
          labelled);
    }

    private void take(CsvTable.Row row) {
      long second = TimestampText.seconds(row.text(timestamp));
      Instant start = Instant.ofEpochSecond(second);
      List<String> leaf = new ArrayList<>();
      for (int column : dimensionColumns) {
        leaf.add(row.text(column));
      }
      double[] values = new double[measures.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.number(measureColumns[i]);
        if (row.number(labelColumns[i]) > 0) {
          labelled.add(new Cell(measures.get(i), leaf, start));
        }
      }
      intervals
          .computeIfAbsent(second, key -> IntervalRows.at(start, dimensions.size(), values.length))
          .add(leaf, values);
    }
  }
}
