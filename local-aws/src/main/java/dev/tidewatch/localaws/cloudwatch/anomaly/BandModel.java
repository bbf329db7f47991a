package dev.tidewatch.localaws.cloudwatch.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.math.MathValue;
import dev.tidewatch.localaws.cloudwatch.metric.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;

/**
 * A plain stand-in for CloudWatch's model: at each time the mean of the two weeks before, of the
 * same hour of the day where there are three such values and of all values otherwise, give or take
 * some standard deviations. Where fewer than three values came before, nothing is expected.
 *
 * @param excluded the times nothing is learnt from
 * @param zone whose hours of the day count
 */
public record BandModel(List<TimeRange> excluded, ZoneId zone) {
  public static final Duration MEMORY = Duration.ofDays(14);
  private static final int FEWEST = 3;

  public BandModel {
    excluded = List.copyOf(excluded);
    requireNonNull(zone, "zone");
  }

  /**
   * @param history begins {@link #MEMORY} before the first of the times
   */
  public MathValue.Band band(TimeSeries history, List<Instant> times, double deviations) {
    TreeMap<Instant, Double> learnable = new TreeMap<>(history.values());
    learnable.keySet().removeIf(time -> excluded.stream().anyMatch(range -> range.contains(time)));
    TreeMap<Instant, Double> lower = new TreeMap<>();
    TreeMap<Instant, Double> upper = new TreeMap<>();
    for (Instant time : times) {
      List<Double> past = past(learnable, time);
      if (past.size() >= FEWEST) {
        double mean = past.stream().mapToDouble(v -> v).average().orElse(0);
        double spread = deviations * standardDeviation(past, mean);
        lower.put(time, mean - spread);
        upper.put(time, mean + spread);
      }
    }
    return new MathValue.Band(new TimeSeries(lower), new TimeSeries(upper));
  }

  private List<Double> past(TreeMap<Instant, Double> learnable, Instant time) {
    var memory = learnable.subMap(time.minus(MEMORY), true, time, false);
    int hour = time.atZone(zone).getHour();
    List<Double> sameHour =
        memory.entrySet().stream()
            .filter(one -> one.getKey().atZone(zone).getHour() == hour)
            .map(one -> one.getValue())
            .toList();
    return sameHour.size() >= FEWEST ? sameHour : List.copyOf(memory.values());
  }

  private static double standardDeviation(List<Double> values, double mean) {
    DoubleSummaryStatistics squares =
        values.stream().mapToDouble(v -> (v - mean) * (v - mean)).summaryStatistics();
    return Math.sqrt(squares.getAverage());
  }
}
