package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.Verdict;
import java.util.Arrays;

/**
 * The median of some values and their scatter about it.
 *
 * @param median NaN while nothing is known
 * @param sigma median absolute deviation, as a standard deviation
 */
record MedianBand(double median, double sigma) {
  static final MedianBand UNKNOWN = new MedianBand(Double.NaN, Double.NaN);

  /** Of all values; they are left in another order. */
  static MedianBand of(double[] values) {
    double median = middle(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i] - median);
    }
    return new MedianBand(median, RobustVerdict.SIGMAS_PER_MEDIAN_DEVIATION * middle(values));
  }

  Verdict judge(double value) {
    return Double.isNaN(median) ? Verdict.NOTHING : RobustVerdict.of(value, median, sigma);
  }

  /** How far a value lies from the median; 0 where either is not known. */
  double deviation(double value) {
    return Double.isNaN(median) || Double.isNaN(value) ? 0 : value - median;
  }

  /** The same without its sign, in standard deviations. */
  double distance(double value) {
    return Math.abs(deviation(value)) / scale();
  }

  private double scale() {
    return Double.isNaN(median) ? 1 : RobustVerdict.floored(sigma, median);
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
