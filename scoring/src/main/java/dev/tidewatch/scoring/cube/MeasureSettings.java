package dev.tidewatch.scoring.cube;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.series.MissingRule;

/**
 * A measure of a cube.
 *
 * @param aggregation how leaves become coarser scopes: sums are added up; averages are averaged
 *     over leaves, each leaf counting the same, because nobody says how many records are behind one
 * @param missing what it says that a leaf known before has no row in an interval that came. One
 *     interval alone says nothing under any rule (a lost row is more frequent than an outage), and
 *     a leaf of which nothing is known counts as expected in coarser scopes.
 */
public record MeasureSettings(String name, Aggregation aggregation, MissingRule missing) {
  public MeasureSettings {
    requireNonNull(name, "name");
    requireNonNull(aggregation, "aggregation");
    requireNonNull(missing, "missing");
  }

  /** No rows mean nothing happened for a sum, and nothing known for an average. */
  public static MeasureSettings of(String name, Aggregation aggregation) {
    return new MeasureSettings(
        name, aggregation, aggregation == Aggregation.SUM ? MissingRule.ZERO : MissingRule.UNKNOWN);
  }

  /** Whether values are averaged, not added up. */
  boolean averaged() {
    return switch (aggregation) {
      case SUM -> false;
      case AVG -> true;
    };
  }
}
