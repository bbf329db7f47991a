package dev.tidewatch.scoring.group;

import java.util.Arrays;

/** Experiment: slow reference. */
final class SlowView {
  static final int SIZE = 1 + 24 + 7 + 24 + 1 + 3 * 3;
  private final double interval;
  private final double perDay;
  private final double[] horizons;
  private float[] memory = new float[0];
  final double[] now;

  SlowView(double interval) {
    this.interval = interval;
    perDay = 86400 / interval;
    horizons = new double[] {T.p("h0", 6), T.p("h1", 10), T.p("h2", 30)};
    now = new double[3];
  }

  void grow(int scopes) {
    if (memory.length < scopes * SIZE) {
      int old = memory.length;
      memory = Arrays.copyOf(memory, Math.max(2 * old, scopes * SIZE));
      for (int i = old; i < memory.length; i += SIZE) {
        Arrays.fill(memory, i, i + SIZE, 0);
        Arrays.fill(memory, i + 1, i + 1 + 31, 1f);
      }
    }
  }

  double step(int scope, long t, double value, double[] out) {
    Arrays.fill(out, 0);
    int at = scope * SIZE;
    float[] m = memory;
    if (Double.isNaN(value)) return 0;
    long local = t + (long) (interval < 86400 ? interval / 2 : 0);
    int hour = (int) (t % 86400 / 3600);
    int day = (int) ((t / 86400 + 3) % 7);
    double mid = (t % 86400 + interval / 2) / 3600.0 - 0.5;
    int h0 = (int) Math.floor(mid);
    double w = mid - h0;
    int ha = (h0 + 24) % 24, hb = (h0 + 25) % 24;
    boolean daily = interval >= 86400;
    double shape = daily ? 1 : m[at + 1 + ha] * (1 - w) + m[at + 1 + hb] * w;
    double n = m[at + 56];
    double level = m[at];
    double dow = m[at + 25 + day];
    double ref = level * shape * dow;
    double scatter = daily ? m[at + 32] : m[at + 32 + hour];
    double z = 0;
    double credible = value;
    if (n > 2 * perDay && n > 20 && level > 0 && scatter > 0) {
      double s = scatter + 1e-3 * Math.abs(level);
      z = (value - ref) / s;
      credible = Math.max(ref - 4 * s, Math.min(ref + 4 * s, value));
      z = Math.max(-T.p("zc", 5), Math.min(T.p("zc", 5), z));
    }
    double err = Math.abs(credible - ref);
    int so = at + 32 + (daily ? 0 : hour);
    double sr = Math.max(1 / (perDay / (daily ? 1 : 24) * 14 + 1), 1 / (n / (daily ? 1 : 24) + 2));
    if (n > perDay) m[so] += (float) (sr * (err - m[so]));
    double lr = Math.max(1 / (T.p("ld", 4) * perDay * (daily ? 5 : 1)), 1 / (n + 1));
    double seas = Math.max(.02, shape * dow);
    m[at] += (float) (lr * (credible / seas - level));
    if (level > 0) {
      double ratio = credible / level;
      if (!daily) {
        double hr = Math.max(T.p("hr", .15) / (perDay / 24), 1 / (n / 24 + 1));
        m[at + 1 + ha] += (float) (hr * (1 - w) * (ratio / dow - m[at + 1 + ha]));
        m[at + 1 + hb] += (float) (hr * w * (ratio / dow - m[at + 1 + hb]));
      }
      double dr = Math.max(T.p("dr", .3) / perDay, 1 / (n / 7 + perDay + 1));
      if (n > perDay) m[at + 25 + day] += (float) (dr * (ratio / Math.max(.02, shape) - dow));
    }
    m[at + 56] = (float) (n + 1);
    for (int i = 0; i < 3; i++) {
      int e = at + 57 + 3 * i;
      double rate = 1 / horizons[i];
      m[e] += (float) (rate * (z - m[e]));
      if (z != 0) {
        double u = m[e + 1];
        double k = m[e + 2];
        double c = Math.min(Math.abs(m[e]), k < 30 ? 1e9 : 4 * u);
        m[e + 1] += (float) (Math.max(1 / (14 * perDay), 1 / (k + 1)) * (c - u));
        m[e + 2] = (float) (k + 1);
        if (k > 3 * horizons[i] && k > 20 && n > T.p("burn", 8) * perDay) {
          double mean = Math.abs(m[e]);
          double gate = i == 0 ? mean : m[e] * m[e - 3] > 0 ? Math.min(mean, Math.abs(m[at + 57])) : 0;
          out[i] = (T.p("gate", 1) > 0 ? gate : mean) / Math.max(m[e + 1], 0.02);
        }
      }
    }
    return z;
  }
}
