package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.cube.Scope;
import java.util.List;

/**
 * The highest severity in each bucket.
 *
 * @param detector its name; empty where the lane is of all
 * @param measure empty where the lane is of all
 * @param scope a dimension's value or a series' values; of nothing else
 * @param series the series' number; -1 where it is of none
 * @param severities 0 to 100, after feedback; 0: nothing was found
 */
public record Lane(
    String detector, String measure, Scope scope, long series, List<Double> severities) {
  public Lane {
    requireNonNull(detector, "detector");
    requireNonNull(measure, "measure");
    requireNonNull(scope, "scope");
    severities = List.copyOf(severities);
  }

  public double highest() {
    return severities.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
