package dev.tidewatch.evaluation.series;

import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesScorer;
import dev.tidewatch.scoring.series.SeriesSettings;

/** The engine itself, as it is used when nothing is set. */
public final class EngineMethod implements SeriesMethod {
  @Override
  public String name() {
    return "tidewatch";
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    SeriesScorer scorer = new SeriesScorer(settings);
    return (start, value) -> {
      PointScore point = scorer.score(start, value);
      return new Verdict(point.score(), point.severity());
    };
  }
}
