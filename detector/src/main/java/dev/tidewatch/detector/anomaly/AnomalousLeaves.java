package dev.tidewatch.detector.anomaly;

import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.PointScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which time series (combinations of dimension values) of an interval make up an anomaly: those
 * within the part that explains it whose value left its expected band on the anomaly's side; the
 * one furthest off where none did.
 */
final class AnomalousLeaves {
  static final Comparator<FoundSeries> WORST_FIRST =
      Comparator.comparingDouble(FoundSeries::severity)
          .reversed()
          .thenComparing(FoundSeries::number);

  private final IntervalScores scores;
  private final MeasureScores answers;
  private final SeriesNumbers numbers;

  AnomalousLeaves(IntervalScores scores, int measure, SeriesNumbers numbers) {
    this.scores = scores;
    this.answers = scores.measures().get(measure);
    this.numbers = numbers;
  }

  List<FoundSeries> of(Scope cause, Peak peak) {
    List<FoundSeries> outside = new ArrayList<>();
    int furthest = -1;
    double distance = -1;
    for (int leaf = 0; leaf < answers.leaves(); leaf++) {
      int scope = answers.directory().scopeOfLeaf(leaf);
      double off = bandsOff(scope);
      boolean sameSide =
          answers.value(scope) >= answers.expected(scope) == peak.value() >= peak.expected();
      if (Double.isNaN(off) || !sameSide || !within(cause, scores.scope(scope))) {
        continue;
      }
      if (off > 1) {
        outside.add(found(scope));
      }
      if (off > distance) {
        distance = off;
        furthest = scope;
      }
    }
    if (outside.isEmpty() && furthest >= 0) {
      outside.add(found(furthest));
    }
    outside.sort(WORST_FIRST);
    return outside;
  }

  /** How many half widths of its band a value is off what was expected; NaN where nobody knows. */
  private double bandsOff(int scope) {
    double off = Math.abs(answers.value(scope) - answers.expected(scope));
    double reach = answers.reach(scope);
    return reach > 0 ? off / reach : off > 0 ? Double.MAX_VALUE : off;
  }

  private static boolean within(Scope cause, Scope leaf) {
    return leaf.values().entrySet().containsAll(cause.values().entrySet());
  }

  private FoundSeries found(int scope) {
    PointScore point = answers.point(scope);
    return new FoundSeries(
        numbers.of(scores.scope(scope)),
        scores.scope(scope),
        point.severity(),
        peak(scores.start(), point),
        point.trouble());
  }

  static Peak peak(Instant interval, PointScore point) {
    return new Peak(interval, point.value(), point.expected(), point.lower(), point.upper());
  }
}
