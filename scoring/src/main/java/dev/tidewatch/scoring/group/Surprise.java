package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/**
 * How unusual an interval of one measure is as a whole. Two statistics, each the largest over all
 * scopes after a price for how many scopes its cuboid has (every cuboid has an equal part in the
 * false alarms, every scope of it an equal part in that, so the total keeps its eyes when there are
 * thousands of leaves): the score of a scope's value alone, and its deviations summed up over the
 * last intervals. What a series' own tail says is only where it starts: how rarely the largest is
 * as large as that, is learnt from the measure's own past, where all its series are witnesses.
 */
final class Surprise {
  private static final double KEEP = T.p("keep", 0.75);
  private static final double MOST = 6;
  private static final double LEARN = 0.005;

  private final double interval;
  private final double logInterval;
  private final SurpriseTail alone;
  private final SurpriseTail lasting;
  private final double limit;
  private float[] sums = new float[0];
  private float[] usual = new float[0];
  private float[] seen = new float[0];
  private double nowAlone;
  private double nowLasting;

  Surprise(long intervalSeconds) {
    interval = intervalSeconds;
    logInterval = StrictMath.log10(interval);
    double memory = Math.max(1000, 28.0 * 86_400 / interval);
    alone = new SurpriseTail(0.4, memory);
    lasting = new SurpriseTail(0.5, memory);
    limit = interval / (30.0 * 86_400);
  }

  /** log10 of the return period of this interval, in seconds. */
  double score(MeasureScores scores) {
    Directory directory = scores.directory();
    grow(scores.scopes());
    double[] price = new double[directory.cuboids()];
    double[] deviations = new double[directory.cuboids()];
    for (int i = 0; i < price.length; i++) {
      double all = (double) price.length * Math.max(1, scores.cuboidSize(i));
      price[i] = StrictMath.log10(all);
      deviations[i] = 1.25 * Math.sqrt(2 * StrictMath.log(all));
    }
    nowAlone = 0;
    nowLasting = 0;
    for (int scope = 0; scope < scores.scopes(); scope++) {
      int cuboid = directory.cuboidOf(scope);
      nowAlone = Math.max(nowAlone, scores.score(scope) - logInterval - price[cuboid]);
      nowLasting = Math.max(nowLasting, lasting(scope, scores) - deviations[cuboid]);
    }
    nowAlone = T.p("xz", 1) > 0 ? StrictMath.pow(10, Math.max(0,nowAlone) / 3) : nowAlone;
    nowLasting = Math.max(0, nowLasting + 3);
    if (T.log != null) { T.log.add(new double[]{nowAlone, alone.probability(nowAlone), nowLasting, lasting.probability(nowLasting)}); }
    double probability = 2 * Math.min(alone.probability(nowAlone), T.p("lasting", 1) > 0 ? lasting.probability(nowLasting) : 1);
    return Math.max(0, StrictMath.log10(interval / Math.min(1, probability)));
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
    alone.learn(censored(alone, nowAlone));
    lasting.learn(censored(lasting, nowLasting));
  }

  private double censored(SurpriseTail tail, double size) {
    double credible = size;
    while (credible > 0.1 && tail.probability(credible) < limit) {
      credible -= 0.1;
    }
    return credible;
  }

  void write(StateWriter out) {
    out.integer(sums.length);
    out.floats(sums, sums.length);
    out.floats(usual, sums.length);
    out.floats(seen, sums.length);
    alone.write(out);
    lasting.write(out);
  }

  void read(StateReader in, int scopes) {
    int known = Math.min(in.count(), scopes);
    sums = new float[known];
    usual = new float[known];
    seen = new float[known];
    in.floats(sums, known);
    in.floats(usual, known);
    in.floats(seen, known);
    alone.read(in);
    lasting.read(in);
  }
}
