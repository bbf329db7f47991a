package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The records of one interval, added up by combination. */
final class IntervalTable {
  private static final int NONE = -1;

  /** What a row takes in memory without its measures, and what each measure takes, about. */
  private static final int ROW_BYTES = 20;

  private static final int CELL_BYTES = 20;

  private int[] numbers = new int[8];
  private int[] slots = new int[16];
  private int size;
  private long records;
  private long partial;
  private long bytes;
  private final Cells[] cells;

  IntervalTable(int measures) {
    Arrays.fill(slots, NONE);
    cells = new Cells[measures];
    Arrays.setAll(cells, i -> new Cells());
  }

  /**
   * Adds a record.
   *
   * @param combination its number
   * @param values one for each measure, NaN where the record has none
   * @param isPartial whether it has none for some measure
   */
  void add(int combination, double[] values, boolean isPartial) {
    int row = rowOf(combination);
    records++;
    partial += isPartial ? 1 : 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        bytes += cells[i].add(row, values[i]);
      }
    }
  }

  private int rowOf(int combination) {
    int slot = slotOf(combination);
    if (slots[slot] == NONE) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size] = combination;
      slots[slot] = size++;
      bytes += ROW_BYTES + (long) CELL_BYTES * cells.length;
      if (2 * size > slots.length) {
        grow();
      }
      return size - 1;
    }
    return slots[slot];
  }

  private void grow() {
    slots = new int[4 * slots.length];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < size; i++) {
      slots[slotOf(numbers[i])] = i;
    }
  }

  private int slotOf(int combination) {
    int hash = combination * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != NONE && numbers[slots[slot]] != combination) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** How many records were added. */
  long records() {
    return records;
  }

  /** How many of them lacked a measure. */
  long partial() {
    return partial;
  }

  /** How much memory it takes, about. */
  long bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  int combination(int row) {
    return numbers[row];
  }

  boolean has(int row, int measure) {
    return cells[measure].has(row);
  }

  /** The rows in the order of their dimension values. */
  IntervalRows rows(
      Instant start, List<DatasetMeasure> measures, int dimensions, Combinations combinations) {
    IntervalRows.Builder rows = IntervalRows.at(start, dimensions, measures.size());
    var order = combinations.order();
    IntStream.range(0, size)
        .boxed()
        .sorted((one, other) -> order.compare(numbers[one], numbers[other]))
        .forEach(row -> rows.add(combinations.values(numbers[row]), values(row, measures)));
    return rows.build();
  }

  private double[] values(int row, List<DatasetMeasure> measures) {
    double[] values = new double[measures.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, i, measures.get(i).aggregation());
    }
    return values;
  }

  private double value(int row, int measure, Aggregation aggregation) {
    Cells ofMeasure = cells[measure];
    if (!ofMeasure.has(row)) {
      return Double.NaN;
    }
    double sum = ofMeasure.sum(row);
    return aggregation == Aggregation.SUM ? sum : sum / ofMeasure.count(row);
  }
}
