package dev.tidewatch.detector.intake.rows;

import java.util.Arrays;

/**
 * Adds numbers without error and rounds once, at the end: so the sum does not depend on the order.
 * The sum is kept as parts that do not overlap, smallest first (Shewchuk, Adaptive Precision
 * Floating-Point Arithmetic, 1997). Values are finite and far from overflow.
 */
final class ExactSum {
  private double[] parts = new double[2];
  private int size;

  void add(double value) {
    double rest = value;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double part = parts[i];
      double sum = rest + part;
      double error = Math.abs(rest) >= Math.abs(part) ? part - (sum - rest) : rest - (sum - part);
      if (error != 0) {
        parts[kept++] = error;
      }
      rest = sum;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
    parts[kept++] = rest;
    size = kept;
  }

  /** The sum, rounded to the nearest number; of two as near to the even one. */
  double value() {
    if (size == 0) {
      return 0;
    }
    int i = size - 1;
    double sum = parts[i];
    double error = 0;
    while (i > 0 && error == 0) {
      double before = sum;
      double part = parts[--i];
      sum = before + part;
      error = part - (sum - before);
    }
    return isHalfWay(i, error) ? awayFromHalf(sum, error) : sum;
  }

  /** Whether what is left decides a tie. */
  private boolean isHalfWay(int i, double error) {
    return i > 0 && ((error < 0 && parts[i - 1] < 0) || (error > 0 && parts[i - 1] > 0));
  }

  private static double awayFromHalf(double sum, double error) {
    double doubled = 2 * error;
    double other = sum + doubled;
    return doubled == other - sum ? other : sum;
  }
}
