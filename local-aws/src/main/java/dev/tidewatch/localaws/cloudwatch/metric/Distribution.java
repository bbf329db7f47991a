package dev.tidewatch.localaws.cloudwatch.metric;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of the values measured in a while.
 *
 * @param counts how often each value came; of less weight than {@code sampleCount} when some values
 *     were told as statistics only
 */
public record Distribution(
    double sampleCount,
    double sum,
    double minimum,
    double maximum,
    NavigableMap<Double, Double> counts) {
  public Distribution {
    counts = new TreeMap<>(counts);
  }

  public static Distribution of(double value) {
    return new Distribution(1, value, value, value, new TreeMap<>(Map.of(value, 1.0)));
  }

  /** Of values that came as often as is said; there is one at least. */
  public static Distribution of(NavigableMap<Double, Double> counts) {
    double weight = 0;
    double sum = 0;
    for (Map.Entry<Double, Double> one : counts.entrySet()) {
      weight += one.getValue();
      sum += one.getKey() * one.getValue();
    }
    return new Distribution(weight, sum, counts.firstKey(), counts.lastKey(), counts);
  }

  /** Of values of which nothing else is known. Where they are all the same, that is known too. */
  public static Distribution ofStatistics(
      double count, double sum, double minimum, double maximum) {
    TreeMap<Double, Double> counts = new TreeMap<>();
    if (minimum == maximum) {
      counts.put(minimum, count);
    }
    return new Distribution(count, sum, minimum, maximum, counts);
  }

  @Override
  public NavigableMap<Double, Double> counts() {
    return new TreeMap<>(counts);
  }

  public Distribution plus(Distribution other) {
    TreeMap<Double, Double> together = new TreeMap<>(counts);
    other.counts.forEach((value, count) -> together.merge(value, count, Double::sum));
    return new Distribution(
        sampleCount + other.sampleCount,
        sum + other.sum,
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum),
        together);
  }

  /** Whether each value is known, so that percentiles are. */
  boolean isWhole() {
    return counts.values().stream().mapToDouble(count -> count).sum() >= sampleCount;
  }

  /** The least value that at least this part of the values does not exceed. */
  double percentile(double percent) {
    double wanted = sampleCount * percent / 100;
    double below = 0;
    for (Map.Entry<Double, Double> one : counts.entrySet()) {
      below += one.getValue();
      if (below >= wanted && below > 0) {
        return one.getKey();
      }
    }
    return maximum;
  }
}
