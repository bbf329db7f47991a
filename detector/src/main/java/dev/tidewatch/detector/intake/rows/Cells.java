package dev.tidewatch.detector.intake.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums and counts of one measure in one interval, one for each combination that came. The sum of
 * one number is the number; only more than one need an {@link ExactSum}.
 */
final class Cells {
  /** What an {@link ExactSum} takes in memory with its place in the map, about. */
  private static final int SUM_BYTES = 160;

  private double[] first = new double[8];
  private int[] counts = new int[8];
  private final Map<Integer, ExactSum> sums = new HashMap<>();

  /**
   * Adds a number.
   *
   * @return how many bytes more that takes, about
   */
  int add(int cell, double value) {
    if (cell >= first.length) {
      int size = Math.max(2 * first.length, cell + 1);
      first = Arrays.copyOf(first, size);
      counts = Arrays.copyOf(counts, size);
    }
    if (counts[cell]++ == 0) {
      first[cell] = value;
      return 0;
    }
    sums.computeIfAbsent(cell, another -> beginning(first[cell])).add(value);
    return counts[cell] == 2 ? SUM_BYTES : 0;
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
