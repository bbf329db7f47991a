package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A metric over time.
 *
 * @param total empty where a sum means nothing
 * @param average of an interval
 * @param bars in a drawing 100 high, 10 for each bucket wide
 * @param values the average of an interval in each bucket; empty where there is none
 */
public record Trend(
    Metric metric,
    String total,
    String average,
    String least,
    String most,
    List<Bar> bars,
    List<String> values) {
  public Trend {
    requireNonNull(metric, "metric");
    bars = List.copyOf(bars);
    values = List.copyOf(values);
  }

  /** What the intervals of a bucket have together. */
  record Sum(double sum, int count, double least, double most) {
    double average() {
      return sum / count;
    }

    Sum plus(Sum other) {
      return new Sum(
          sum + other.sum,
          count + other.count,
          Math.min(least, other.least),
          Math.max(most, other.most));
    }
  }

  /** A bar: its left side, from 0, and its height, to 100. */
  public record Bar(int left, int height) {
    public int top() {
      return 100 - height;
    }
  }

  /**
   * @param sums by bucket, at least one
   * @param buckets how many there are
   */
  static Trend of(Metric metric, SortedMap<Integer, Sum> sums, int buckets) {
    Sum all = sums.values().stream().reduce(Sum::plus).orElseThrow();
    double highest =
        metric.isShare() ? 1 : sums.values().stream().mapToDouble(Sum::average).max().orElseThrow();
    List<Bar> bars = new ArrayList<>();
    List<String> values = new ArrayList<>(Collections.nCopies(buckets, ""));
    sums.forEach(
        (bucket, sum) -> {
          bars.add(new Bar(10 * bucket, height(sum.average(), highest)));
          values.set(bucket, metric.value(sum.average()));
        });
    return new Trend(
        metric,
        metric.isSummable() ? metric.value(all.sum()) : "",
        metric.value(all.average()),
        metric.value(all.least()),
        metric.value(all.most()),
        bars,
        values);
  }

  /** What is there can be seen, however little. */
  private static int height(double value, double highest) {
    return value <= 0 ? 0 : (int) Math.max(2, Math.min(100, Math.round(100 * value / highest)));
  }
}
