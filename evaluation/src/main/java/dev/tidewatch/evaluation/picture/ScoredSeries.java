package dev.tidewatch.evaluation.picture;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.series.SeriesTask;
import dev.tidewatch.evaluation.series.TimeSeries;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesScorer;
import java.util.ArrayList;
import java.util.List;

/**
 * A series and what the engine says about each of its rows.
 *
 * @param name set and file, {@code kpi/cmd/app1-02}
 */
record ScoredSeries(String name, TimeSeries series, List<PointScore> scores) {
  ScoredSeries {
    requireNonNull(name, "name");
    scores = List.copyOf(scores);
  }

  static ScoredSeries of(String name, TimeSeries series) {
    SeriesScorer scorer = new SeriesScorer(SeriesTask.settings(series));
    List<PointScore> scores = new ArrayList<>(series.size());
    for (int row = 0; row < series.size(); row++) {
      scores.add(scorer.score(series.start(row), series.value(row)));
    }
    return new ScoredSeries(name, series, scores);
  }

  int size() {
    return scores.size();
  }

  PointScore score(int row) {
    return scores.get(row);
  }

  /** How many half widths of its band a value lies from what was expected; 0 if not known. */
  double distance(int row) {
    PointScore point = score(row);
    double half = (point.upper() - point.lower()) / 2;
    double distance = Math.abs(point.value() - point.expected()) / half;
    return Double.isFinite(distance) ? distance : 0;
  }
}
