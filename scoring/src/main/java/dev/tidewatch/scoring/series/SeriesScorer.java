package dev.tidewatch.scoring.series;

import java.time.Instant;

/**
 * Scores the values of one time series in the order of time. Causal: an answer depends on this
 * value and those before it only. Deterministic: the same values give the same answers, also when
 * the state was written and read back between any two of them. Not for use by several threads at
 * once.
 */
public final class SeriesScorer {
  private final SeriesSettings settings;
  private final SeriesEngine engine;
  private final float[] memory;

  public SeriesScorer(SeriesSettings settings) {
    this.settings = settings;
    engine = new SeriesEngine(settings);
    memory = new float[engine.size()];
    engine.begin(memory, 0);
  }

  /**
   * A scorer that goes on where another one was when it wrote this state.
   *
   * @throws UnreadableState if the bytes are damaged, or of another version or other settings
   */
  public static SeriesScorer restore(SeriesSettings settings, byte[] state) {
    SeriesScorer scorer = new SeriesScorer(settings);
    Snapshot.read(settings, state, scorer.memory);
    return scorer;
  }

  /** The state as bytes: some 4 KB at intervals of five minutes, the same on any machine. */
  public byte[] snapshot() {
    return Snapshot.write(settings, memory);
  }

  /**
   * Takes in the value of the interval that starts then, NaN for none. An interval that is not
   * after the last one is answered with severity 0 and changes nothing. Intervals left out count as
   * missing. No value is too odd: infinite ones count as very large.
   */
  public PointScore score(Instant start, double value) {
    return engine.score(memory, 0, start.getEpochSecond(), value);
  }
}
