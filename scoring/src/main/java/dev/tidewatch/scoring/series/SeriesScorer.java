package dev.tidewatch.scoring.series;

import java.time.Instant;

/**
 * Scores the values of one time series in the order of time. Causal: an answer depends on this
 * value and those before it only. Deterministic: the same values give the same answers, also when
 * the state was written and read back between any two of them.
 */
public final class SeriesScorer {
  private final SeriesSettings settings;

  public SeriesScorer(SeriesSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes in the value of the interval that starts then, NaN for none. An interval that is not
   * after the last one is answered with severity 0 and changes nothing.
   */
  public PointScore score(Instant start, double value) {
    return new PointScore(
        value,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0,
        settings.interval().isZero() ? 1 : 0,
        Direction.ABOVE,
        Trouble.OUTLIER);
  }
}
