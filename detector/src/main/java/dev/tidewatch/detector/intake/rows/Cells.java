package dev.tidewatch.detector.intake.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums and counts of one measure in one interval, one for each combination that came. The sum of
 * one number is the number; only more than one need an {@link ExactSum}.
 */
final class Cells {
  private double[] first = new double[8];
  private int[] counts = new int[8];
  private final Map<Integer, ExactSum> sums = new HashMap<>();

  void add(int cell, double value) {
    if (cell >= first.length) {
      int size = Math.max(2 * first.length, cell + 1);
      first = Arrays.copyOf(first, size);
      counts = Arrays.copyOf(counts, size);
    }
    if (counts[cell]++ == 0) {
      first[cell] = value;
      return;
    }
    sums.computeIfAbsent(cell, another -> beginning(first[cell])).add(value);
  }

  private static ExactSum beginning(double value) {
    ExactSum sum = new ExactSum();
    sum.add(value);
    return sum;
  }

  boolean has(int cell) {
    return count(cell) > 0;
  }

  int count(int cell) {
    return cell < counts.length ? counts[cell] : 0;
  }

  /** The sum; of a cell that has one. */
  double sum(int cell) {
    ExactSum sum = sums.get(cell);
    return sum == null ? first[cell] : sum.value();
  }
}
