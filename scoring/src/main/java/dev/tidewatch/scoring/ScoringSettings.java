package dev.tidewatch.scoring;

import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.GroupSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine knows of a metric set before its first row.
 *
 * @param interval one minute to one day, a whole number of them a day
 * @param zone where its days begin
 * @param dimensions the names of its dimensions, any number
 * @param mostSeries dimension combinations that are scored at most; rows of further ones are
 *     counted and left out
 */
public record ScoringSettings(
    Duration interval,
    ZoneId zone,
    List<MeasureSettings> measures,
    List<String> dimensions,
    int mostSeries,
    GroupSettings groups) {
  /** Lookout for Metrics' most metrics a detector. */
  public static final int MOST_SERIES = 50_000;

  public ScoringSettings {
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("a metric set has one measure at least");
    }
    if (mostSeries < 1) {
      throw new IllegalArgumentException("most series are 1 or more, not " + mostSeries);
    }
  }

  /** With the defaults for everything that is not of the metric set. */
  public static ScoringSettings of(
      Duration interval, ZoneId zone, List<MeasureSettings> measures, List<String> dimensions) {
    return new ScoringSettings(
        interval, zone, measures, dimensions, MOST_SERIES, GroupSettings.DEFAULT);
  }

  /** Everything in it, a line each. */
  List<String> described() {
    return List.of(
        "interval " + interval,
        "zone " + zone,
        "measures " + measures,
        "dimensions " + dimensions,
        "most series " + mostSeries,
        "groups " + groups);
  }

  /** Throws unless another's description is the same; says what differs. */
  void requireSame(List<String> other) {
    List<String> own = described();
    List<String> theirs = new ArrayList<>(other);
    theirs.removeAll(own);
    if (!theirs.isEmpty() || other.size() != own.size()) {
      List<String> ours = new ArrayList<>(own);
      ours.removeAll(other);
      throw new IllegalArgumentException(
          "the snapshot was made with other settings: %s, not %s"
              .formatted(String.join(", ", theirs), String.join(", ", ours)));
    }
  }
}
