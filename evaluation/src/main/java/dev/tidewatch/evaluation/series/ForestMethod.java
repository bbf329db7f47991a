package dev.tidewatch.evaluation.series;

import dev.tidewatch.scoring.forest.ForestWatch;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesScorer;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/** The engine with a Random Cut Forest as one more watch, as it is used when that is asked for. */
public final class ForestMethod implements SeriesMethod {
  /** What it is called beside other methods. */
  public static final String NAME = "tidewatch-forest";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    return new Detector(new SeriesScorer(settings), new ForestWatch(settings));
  }

  /** Like the engine, the forest does not see intervals that are not after the last one. */
  private static final class Detector implements SeriesDetector {
    private final SeriesScorer scorer;
    private final ForestWatch forest;
    private Instant last = Instant.MIN;

    Detector(SeriesScorer scorer, ForestWatch forest) {
      this.scorer = scorer;
      this.forest = forest;
    }

    @Override
    public Verdict judge(Instant start, double value) {
      PointScore point = scorer.score(start, value);
      if (start.isAfter(last)) {
        last = start;
        point = forest.join(point);
      }
      return new Verdict(point.score(), point.severity());
    }
  }
}
