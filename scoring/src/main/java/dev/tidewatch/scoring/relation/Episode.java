package dev.tidewatch.scoring.relation;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * What all measures did in one scope during an anomaly, from three intervals before it on. Keeps
 * the first 64 intervals: what causes what is settled by then.
 */
public final class Episode {
  static final int LEAD = LinkMoments.LAGS - 1;
  private static final int MOST_INTERVALS = 64;
  private static final double FARTHEST = 100;

  private final int measures;
  private final float[] residual;
  private final float[] noise;
  private int intervals;

  Episode(int measures) {
    this.measures = measures;
    this.residual = new float[measures * MOST_INTERVALS];
    this.noise = new float[measures * MOST_INTERVALS];
  }

  void add(int measure, double z, double relativeNoise) {
    residual[intervals * measures + measure] = (float) Math.max(-FARTHEST, Math.min(FARTHEST, z));
    noise[intervals * measures + measure] = (float) relativeNoise;
  }

  boolean full() {
    return intervals == MOST_INTERVALS;
  }

  void nextInterval() {
    intervals++;
  }

  int measures() {
    return measures;
  }

  int intervals() {
    return intervals;
  }

  double residual(int measure, int interval) {
    return residual[interval * measures + measure];
  }

  double noise(int measure, int interval) {
    return noise[interval * measures + measure];
  }

  /** Writes it, to be read back by {@link MeasureRelations#readEpisode}. */
  public void write(StateWriter out) {
    out.integer(intervals);
    out.floats(residual, intervals * measures);
    out.floats(noise, intervals * measures);
  }

  static Episode read(int measures, StateReader in) {
    Episode episode = new Episode(measures);
    episode.intervals = Math.min(MOST_INTERVALS, in.count());
    in.floats(episode.residual, episode.intervals * measures);
    in.floats(episode.noise, episode.intervals * measures);
    return episode;
  }
}
