package dev.tidewatch.evaluation.series;

import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesScorer;
import dev.tidewatch.scoring.series.SeriesSettings;

/** The engine itself, as it is used when nothing is set. */
public final class EngineMethod implements SeriesMethod {
  /** What the engine is called beside other methods. */
  public static final String NAME = "tidewatch";

  @Override
  public String name() {
    return NAME;
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
