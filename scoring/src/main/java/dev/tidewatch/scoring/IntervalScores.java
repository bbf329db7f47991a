package dev.tidewatch.scoring;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.series.PointScore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the engine answers to the rows of one interval.
 *
 * @param taken whether the rows were taken in: an interval that is not after the last one is late
 *     or repeated, and changes nothing
 * @param measures what it says about each measure, in the order of the settings; empty when not
 *     taken
 * @param rowsBeyondQuota rows of new dimension combinations for which there was no room
 * @param groups what happened to anomaly groups
 */
public record IntervalScores(
    Instant start,
    boolean taken,
    List<MeasureScores> measures,
    int rowsBeyondQuota,
    List<GroupEvent> groups) {
  public IntervalScores {
    measures = List.copyOf(measures);
    groups = List.copyOf(groups);
  }

  static IntervalScores notTaken(Instant start) {
    return new IntervalScores(start, false, List.of(), 0, List.of());
  }

  /** How many series each measure has: the total, every marginal, every leaf. */
  public int series() {
    return measures.isEmpty() ? 0 : measures.get(0).scopes();
  }

  /**
   * What part of the cube a series is.
   *
   * @param series one of {@link #series()}; there is none when the rows were not taken in
   */
  public Scope scope(int series) {
    int known = Objects.checkIndex(series, series());
    return measures.get(0).directory().scope(known);
  }

  /**
   * What is said about a measure of a series.
   *
   * @param series one of {@link #series()}
   */
  public PointScore point(int measure, int series) {
    return measures.get(measure).point(Objects.checkIndex(series, series()));
  }
}
