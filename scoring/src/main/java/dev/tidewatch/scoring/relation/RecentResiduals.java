package dev.tidewatch.scoring.relation;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/** The residuals of the last few intervals by scope and measure, and the noise they stand in. */
final class RecentResiduals {
  private final int measures;
  private final int intervals;
  private final float[][] residual;
  private final float[][] noise;
  private int now;
  private int scopes;

  RecentResiduals(int measures, int intervals) {
    this.measures = measures;
    this.intervals = intervals;
    this.residual = new float[intervals][0];
    this.noise = new float[intervals][0];
  }

  void nextInterval() {
    now = (now + 1) % intervals;
    Arrays.fill(residual[now], Float.NaN);
    Arrays.fill(noise[now], Float.NaN);
  }

  /** The highest number of a scope so far, and one. */
  int scopes() {
    return scopes;
  }

  void clear() {
    scopes = 0;
    for (int i = 0; i < intervals; i++) {
      residual[i] = new float[0];
      noise[i] = new float[0];
    }
  }

  void put(int scope, int measure, double z, double relativeNoise) {
    int at = scope * measures + measure;
    scopes = Math.max(scopes, scope + 1);
    if (at >= residual[now].length) {
      grow((scope + 1 + scope / 2) * measures);
    }
    residual[now][at] = (float) z;
    noise[now][at] = (float) relativeNoise;
  }

  private void grow(int size) {
    for (int i = 0; i < intervals; i++) {
      residual[i] = grown(residual[i], size);
      noise[i] = grown(noise[i], size);
    }
  }

  private static float[] grown(float[] old, int size) {
    float[] larger = Arrays.copyOf(old, size);
    Arrays.fill(larger, old.length, size, Float.NaN);
    return larger;
  }

  /**
   * Copies the last intervals of a scope, the latest first: residuals within the limit, clipped,
   * NaN for others.
   */
  void copyQuiet(int scope, double[] residuals, double[] noises, double limit, double clip) {
    for (int ago = 0; ago * measures < residuals.length; ago++) {
      int slot = (now - ago + intervals) % intervals;
      for (int measure = 0; measure < measures; measure++) {
        int at = scope * measures + measure;
        double z = at < residual[slot].length ? residual[slot][at] : Double.NaN;
        boolean quiet = Math.abs(z) <= limit;
        residuals[ago * measures + measure] =
            quiet ? Math.max(-clip, Math.min(clip, z)) : Double.NaN;
        noises[ago * measures + measure] = quiet ? noise[slot][at] : Double.NaN;
      }
    }
  }

  /** In units of the scatter, NaN for none. */
  double residual(int scope, int measure, int intervalsAgo) {
    return at(residual, scope, measure, intervalsAgo);
  }

  /** Scatter as a share of the expected value, NaN where there is no such share. */
  double noise(int scope, int measure, int intervalsAgo) {
    return at(noise, scope, measure, intervalsAgo);
  }

  private double at(float[][] numbers, int scope, int measure, int intervalsAgo) {
    float[] then = numbers[(now - intervalsAgo + intervals) % intervals];
    int at = scope * measures + measure;
    return at < then.length ? then[at] : Double.NaN;
  }

  void write(StateWriter out) {
    out.integer(now);
    out.integer(scopes);
    out.integer(residual[0].length);
    for (int i = 0; i < intervals; i++) {
      out.floats(residual[i], residual[i].length);
      out.floats(noise[i], noise[i].length);
    }
  }

  void read(StateReader in) {
    clear();
    now = in.integer();
    scopes = in.count();
    grow(in.count());
    for (int i = 0; i < intervals; i++) {
      in.floats(residual[i], residual[i].length);
      in.floats(noise[i], noise[i].length);
    }
  }
}
