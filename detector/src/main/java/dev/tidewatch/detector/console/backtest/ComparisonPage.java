package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.trial.TrialComparison;
import java.util.List;
import java.util.stream.IntStream;

/** Two trials beside each other. */
public record ComparisonPage(TrialComparison comparison, Times times) {
  public ComparisonPage {
    requireNonNull(comparison, "comparison");
    requireNonNull(times, "times");
  }

  /** A line about both. */
  public record Row(String name, String one, String other) {
    public boolean differs() {
      return !one.equals(other);
    }
  }

  public List<Row> settings() {
    return rows(
        TrialFact.settings(comparison.one().draft(), times),
        TrialFact.settings(comparison.other().draft(), times));
  }

  public List<Row> results() {
    return rows(
        TrialFact.results(comparison.one(), times), TrialFact.results(comparison.other(), times));
  }

  private static List<Row> rows(List<TrialFact> ones, List<TrialFact> others) {
    return IntStream.range(0, Math.min(ones.size(), others.size()))
        .mapToObj(i -> new Row(ones.get(i).name(), ones.get(i).value(), others.get(i).value()))
        .toList();
  }

  /** Whether there is any time that both judged. */
  public boolean hasTimeInCommon() {
    return comparison.from().isBefore(comparison.to());
  }
}
