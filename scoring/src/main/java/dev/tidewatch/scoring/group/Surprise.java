package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/**
 * How unusual an interval of one measure is as a whole. Each cuboid has an equal part in the false
 * alarms, so the total keeps its eyes when there are thousands of leaves. Of each cuboid the most
 * unusual scope counts, in two ways: by its value alone, and by its deviations summed up over the
 * last intervals. How rarely the most unusual one is as unusual as that, is learnt from the past of
 * the same cuboid, where all its scopes are witnesses: it corrects for their number and for tails
 * of small counts.
 */
final class Surprise {
  private static final double KEEP = T.p("keep", 0.6);
  private static final double MOST = 6;
  private static final double LEARN = 0.005;

  private final double interval;
  private final double logInterval;
  private final int cuboids;
  private final SurpriseTail[] alone;
  private final SurpriseTail[] lasting;
  private final double limit;
  private float[] sums = new float[0];
  private float[] usual = new float[0];
  private float[] seen = new float[0];
  private final double[] nowAlone;
  private final double[] nowLasting;

  Surprise(long intervalSeconds, int cuboids) {
    this.cuboids = cuboids;
    interval = intervalSeconds;
    logInterval = StrictMath.log10(interval);
    double memory = Math.max(1000, 28.0 * 86_400 / interval);
    alone = new SurpriseTail[cuboids];
    lasting = new SurpriseTail[cuboids];
    Arrays.setAll(
        alone, i -> new SurpriseTail(T.p("direct", 0) > 0 ? 12 : 24, T.p("pm", .4), memory));
    Arrays.setAll(lasting, i -> new SurpriseTail(24, 0.5, memory));
    nowAlone = new double[cuboids];
    nowLasting = new double[cuboids];
    limit = Math.min(interval, 3600) / (T.p("cens", 30) * 86_400);
  }

  /** log10 of the return period of this interval, in seconds. */
  double score(MeasureScores scores) {
    Directory directory = scores.directory();
    grow(scores.scopes());
    Arrays.fill(nowAlone, 0);
    Arrays.fill(nowLasting, 0);
    for (int scope = 0; scope < scores.scopes(); scope++) {
      int cuboid = directory.cuboidOf(scope);
      nowAlone[cuboid] = Math.max(nowAlone[cuboid], scores.score(scope) - logInterval);
      nowLasting[cuboid] = Math.max(nowLasting[cuboid], lasting(scope, scores));
    }
    double least = 1;
    double[] row = new double[4 * cuboids];
    for (int i = 0; i < cuboids; i++) {
      nowAlone[i] =
          T.p("direct", 0) > 0
              ? nowAlone[i]
              : StrictMath.pow(10, Math.max(0, nowAlone[i]) / T.p("pow", 8));
      double a = alone[i].probability(nowAlone[i]);
      double l = T.p("lasting", 1) > 0 ? lasting[i].probability(nowLasting[i]) : 1;
      row[4 * i] = nowAlone[i];
      row[4 * i + 1] = a;
      row[4 * i + 2] = nowLasting[i];
      row[4 * i + 3] = l;
      least = Math.min(least, Math.min(a, l));
    }
    if (T.log != null) {
      T.log.add(row);
    }
    double probability = (T.p("lasting", 1) > 0 ? 2 : 1) * cuboids * least;
    return Math.max(
        0, StrictMath.log10(Math.min(interval, T.p("eff", 3600)) / Math.min(1, probability)));
  }

  /** log10 of the return period in seconds of one scope being that unusual. */
  double score(int scope, MeasureScores scores) {
    int cuboid = scores.directory().cuboidOf(scope);
    double size =
        T.p("direct", 0) > 0
            ? scores.score(scope) - logInterval
            : StrictMath.pow(10, Math.max(0, scores.score(scope) - logInterval) / T.p("pow", 8));
    double sum = seen[scope] < 30 ? 0 : Math.abs(sums[scope]) / Math.max(1, usual[scope]);
    double least = Math.min(alone[cuboid].probability(size), lasting[cuboid].probability(sum));
    return StrictMath.log10(
        Math.min(interval, T.p("eff", 3600)) / Math.min(1, 2 * cuboids * least));
  }

  private double lasting(int scope, MeasureScores scores) {
    double value = scores.value(scope);
    double expected = scores.expected(scope);
    double spread = scores.reach(scope) / 3;
    if (Double.isNaN(value) || Double.isNaN(expected) || !(spread > 0)) {
      return 0;
    }
    double deviation = Math.max(-MOST, Math.min(MOST, (value - expected) / spread));
    double sum = KEEP * sums[scope] + deviation;
    double usually = seen[scope] == 0 ? Math.abs(sum) : usual[scope];
    sums[scope] = (float) sum;
    seen[scope] = Math.min(1000, seen[scope] + 1);
    double credible = Math.min(Math.abs(sum), 4 * usually);
    usual[scope] = (float) (usually + Math.max(LEARN, 1 / seen[scope]) * (credible - usually));
    return seen[scope] < 30 ? 0 : Math.abs(sum) / Math.max(1, usual[scope]);
  }

  private void grow(int scopes) {
    if (scopes > sums.length) {
      sums = Arrays.copyOf(sums, scopes);
      usual = Arrays.copyOf(usual, scopes);
      seen = Arrays.copyOf(seen, scopes);
    }
  }

  /** Learns from the interval scored last; what is beyond belief counts as just credible. */
  void learn() {
    for (int i = 0; i < cuboids; i++) {
      alone[i].learn(nowAlone[i], limit);
      lasting[i].learn(nowLasting[i], limit);
    }
  }

  void write(StateWriter out) {
    out.integer(sums.length);
    out.floats(sums, sums.length);
    out.floats(usual, sums.length);
    out.floats(seen, sums.length);
    for (int i = 0; i < cuboids; i++) {
      alone[i].write(out);
      lasting[i].write(out);
    }
  }

  void read(StateReader in, int scopes) {
    int known = Math.min(in.count(), scopes);
    sums = new float[known];
    usual = new float[known];
    seen = new float[known];
    in.floats(sums, known);
    in.floats(usual, known);
    in.floats(seen, known);
    for (int i = 0; i < cuboids; i++) {
      alone[i].read(in);
      lasting[i].read(in);
    }
  }
}
