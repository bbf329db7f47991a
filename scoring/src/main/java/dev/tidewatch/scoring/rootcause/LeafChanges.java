package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much each leaf changed, as a part of the larger of its value and its expected value: 1 when
 * all of it is gone, 0 when nothing changed, -1 when it came from nothing. For a drop that is the
 * share lost. Leaves that are zero and were expected to be say nothing and are left out.
 */
final class LeafChanges {
  /** A deviation below this part of a leaf's size is taken for it: no forecast is that sure. */
  private static final double LEAST_RELATIVE_DEVIATION = 1e-6;

  private final LeafTable table;
  private final int[] row;
  private final double[] drop;
  private final double[] eighthRoot;
  private final double[] deviation;
  private final boolean deviationsKnown;

  LeafChanges(LeafTable table) {
    this.table = table;
    this.row = rowsThatSaySomething(table);
    this.drop = new double[row.length];
    this.eighthRoot = new double[row.length];
    this.deviation = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      measure(i);
    }
    OptionalDouble usual = Arrays.stream(deviation).filter(d -> d > 0).average();
    this.deviationsKnown = usual.isPresent();
    fillUnknown(usual.orElse(0));
  }

  /** A leaf whose forecast does not say how sure it is is as sure as the others are. */
  private void fillUnknown(double usual) {
    for (int i = 0; i < deviation.length; i++) {
      double known = deviation[i] > 0 ? deviation[i] : usual;
      deviation[i] = Math.max(LEAST_RELATIVE_DEVIATION, known);
    }
  }

  private static int[] rowsThatSaySomething(LeafTable table) {
    int[] rows = new int[table.size()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (size(table, i) >= Double.MIN_NORMAL) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static double size(LeafTable table, int i) {
    return Math.max(Math.abs(table.value(i)), Math.abs(table.expected(i)));
  }

  private void measure(int leaf) {
    double size = size(table, row[leaf]);
    double lost = (table.expected(row[leaf]) - table.value(row[leaf])) / size;
    drop[leaf] = Math.max(-1, Math.min(1, lost));
    eighthRoot[leaf] = Math.sqrt(Math.sqrt(Math.sqrt(size)));
    deviation[leaf] = table.deviation(row[leaf]) / size;
  }

  int count() {
    return row.length;
  }

  LeafTable table() {
    return table;
  }

  /** Which leaf of the table this is. */
  int row(int leaf) {
    return row[leaf];
  }

  /** By which part it lies below what was expected; negative above. Not a copy. */
  double[] drops() {
    return drop;
  }

  /** The eighth root of a leaf's size: powers of it are exact on every machine. */
  double eighthRootOfSize(int leaf) {
    return eighthRoot[leaf];
  }

  /** Whether the forecast says how sure it is. */
  boolean deviationsKnown() {
    return deviationsKnown;
  }

  /** The forecast's standard deviation, in the unit of {@link #drops}. */
  double deviation(int leaf) {
    return deviation[leaf];
  }

  /** By how much a leaf lies above what was expected, in the unit of the measure. */
  double change(int leaf) {
    return table.value(row[leaf]) - table.expected(row[leaf]);
  }
}
