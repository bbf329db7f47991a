package dev.tidewatch.scoring.relation;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * How often one measure moved when another was anomalous. A cause's large deviations always show in
 * its effect, an effect's own do not show in its cause (Gnecco, Meinshausen, Peters, Engelke 2021:
 * Causal discovery in heavy-tailed models).
 */
final class EpisodeTally {
  private static final int NUMBERS = 4;
  private static final double PRIOR_EPISODES = 2;

  private final int measures;
  private final double[] counts;

  EpisodeTally(int measures) {
    this.measures = measures;
    this.counts = new double[measures * measures * 2 * NUMBERS];
  }

  /** Takes in what another measure did, if an answer of this elasticity would have shown. */
  void add(int measure, boolean above, int other, Response response, double elasticity) {
    if (response.visible(elasticity)) {
      int at = at(measure, above, other);
      counts[at]++;
      if (response.moved()) {
        counts[at + 1]++;
        // By how much nobody asks yet; it is in every snapshot.
        counts[at + 2] += response.xy();
        counts[at + 3] += response.xx();
      }
    }
  }

  /** The chance that the other moves too, given the chance believed before anything was seen. */
  double chance(int measure, boolean above, int other, double before) {
    int at = at(measure, above, other);
    return (counts[at + 1] + PRIOR_EPISODES * before) / (counts[at] + PRIOR_EPISODES);
  }

  /** Log-odds of the first being the cause of the second against the second being the first's. */
  double direction(int first, int second) {
    return logOdds(first, second) - logOdds(second, first);
  }

  private double logOdds(int measure, int other) {
    int up = at(measure, true, other);
    int down = at(measure, false, other);
    double moved = counts[up + 1] + counts[down + 1] + 0.5;
    double still = counts[up] + counts[down] + 1 - moved;
    return StrictMath.log(moved / still);
  }

  private int at(int measure, boolean above, int other) {
    return ((measure * measures + other) * 2 + (above ? 1 : 0)) * NUMBERS;
  }

  void write(StateWriter out) {
    for (double count : counts) {
      out.real(count);
    }
  }

  void read(StateReader in) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.real();
    }
  }
}
