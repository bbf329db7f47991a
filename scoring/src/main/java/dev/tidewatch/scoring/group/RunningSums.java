package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * An exponential mean of each scope's deviations, told in units of its own usual size: how much
 * deviations hang together differs from scope to scope and need not be known.
 */
final class RunningSums {
  private static final int MEAN = 0;
  private static final int USUAL = 1;
  private static final int SEEN = 2;
  private static final double MOST_DEVIATION = 6;
  private static final double LEAST_DEVIATION = 0.5;
  private static final double MOST_LEARNT = 4;
  private static final double LEAST_USUAL = 0.1;
  private static final int UNKNOWN_UNTIL = 30;

  private final ScopeMemory memory = new ScopeMemory(0, 0, 0);
  private final double rate;
  private final double usualRate;

  /**
   * @param horizon over about how many values the mean is taken
   * @param usualHorizon over about how many its usual size
   */
  RunningSums(double horizon, double usualHorizon) {
    rate = 1 / horizon;
    usualRate = 1 / usualHorizon;
  }

  void grow(int scopes) {
    memory.grow(scopes);
  }

  /** Takes in a scope's deviation, in units of its usual size; NaN for none. */
  void add(int scope, double deviation) {
    if (Double.isNaN(deviation)) {
      return;
    }
    float[] floats = memory.floats();
    int at = memory.at(scope);
    double clipped = Math.max(-MOST_DEVIATION, Math.min(MOST_DEVIATION, deviation));
    double mean = floats[at + MEAN] + rate * (clipped - floats[at + MEAN]);
    double seen = floats[at + SEEN];
    double usual = floats[at + USUAL];
    double size = Math.abs(mean);
    double credible = seen < UNKNOWN_UNTIL ? size : Math.min(size, MOST_LEARNT * usual);
    floats[at + MEAN] = (float) mean;
    floats[at + USUAL] = (float) (usual + Math.max(usualRate, 1 / (seen + 1)) * (credible - usual));
    floats[at + SEEN] = (float) (seen + 1);
  }

  /** Whether enough was seen of a scope to know the usual size of its mean. */
  boolean knows(int scope) {
    return memory.floats()[memory.at(scope) + SEEN] >= UNKNOWN_UNTIL;
  }

  /** A scope's mean. */
  double mean(int scope) {
    return memory.floats()[memory.at(scope) + MEAN];
  }

  /** The usual size of its mean. */
  double usual(int scope) {
    return Math.max(LEAST_USUAL, memory.floats()[memory.at(scope) + USUAL]);
  }

  /**
   * Puts down how far its mean is from nothing, if that is known, and if the last deviation is one
   * of those that make it so: what is over is not anomalous any more, though the mean remembers it.
   */
  void find(int scope, double deviation, double expected, double unit, Findings findings) {
    if (knows(scope) && deviation * mean(scope) > 0 && Math.abs(deviation) >= LEAST_DEVIATION) {
      double sigma = Evidence.SIGMAS_OF_MEAN_ERROR * usual(scope) * unit;
      double size = Math.abs(mean(scope)) / usual(scope);
      findings.put(scope, size, mean(scope) * unit, expected, sigma);
    }
  }

  void renumber(int[] former) {
    memory.renumber(former);
  }

  void write(StateWriter out) {
    memory.write(out);
  }

  void read(StateReader in, int scopes) {
    memory.read(in, scopes);
  }
}
