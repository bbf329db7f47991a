package dev.tidewatch.evaluation.picture;

import dev.tidewatch.scoring.series.PointScore;

/** The rows that share a column of a plot: a long series has more rows than a plot has room. */
final class Column {
  double lowest = Double.POSITIVE_INFINITY;
  double highest = Double.NEGATIVE_INFINITY;
  double lower = Double.POSITIVE_INFINITY;
  double upper = Double.NEGATIVE_INFINITY;
  double severity;
  private double expectedSum;
  private int expectedCount;

  void add(PointScore point) {
    if (!Double.isNaN(point.value())) {
      lowest = Math.min(lowest, point.value());
      highest = Math.max(highest, point.value());
    }
    if (!Double.isNaN(point.expected())) {
      expectedSum += point.expected();
      expectedCount++;
      lower = Math.min(lower, point.lower());
      upper = Math.max(upper, point.upper());
    }
    severity = Math.max(severity, point.severity());
  }

  boolean hasValue() {
    return lowest <= highest;
  }

  boolean hasBand() {
    return expectedCount > 0 && lower <= upper;
  }

  /** The mean of what was expected. */
  double expected() {
    return expectedSum / expectedCount;
  }
}
