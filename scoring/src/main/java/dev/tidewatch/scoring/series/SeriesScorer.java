package dev.tidewatch.scoring.series;

import java.time.Instant;

/**
 * Scores the values of one time series in the order of time. Causal: an answer depends on this
 * value and those before it only. Deterministic: the same values give the same answers, also when
 * the state was written and read back between any two of them.
 */
public final class SeriesScorer {
  private final SeriesEngine engine;
  private final float[] memory;

  public SeriesScorer(SeriesSettings settings) {
    engine = new SeriesEngine(settings);
    memory = new float[engine.size()];
    engine.begin(memory, 0);
  }

  /**
   * Takes in the value of the interval that starts then, NaN for none. An interval that is not
   * after the last one is answered with severity 0 and changes nothing.
   */
  public PointScore score(Instant start, double value) {
    return engine.score(memory, 0, start.getEpochSecond(), value);
  }
}
