package dev.tidewatch.consolecheck.world;

import java.util.Map;

/**
 * An anomaly that a world holds.
 *
 * @param where dimension to value; empty: everywhere
 * @param ago how many intervals before the last one it began
 * @param intervals how long it lasts
 * @param factor what values are multiplied by
 * @param severity as the engine would say
 */
record Planted(
    String measure,
    Map<String, String> where,
    int ago,
    int intervals,
    double factor,
    int severity) {
  Planted {
    where = Map.copyOf(where);
    if (ago < 0 || intervals < 1 || intervals > ago + 1) {
      throw new IllegalArgumentException(
          "an anomaly of " + intervals + " intervals cannot begin " + ago + " before the last");
    }
  }

  /** Whether it lasts still. */
  boolean open() {
    return ago == intervals - 1;
  }

  boolean covers(Map<String, String> leaf, int intervalsAgo) {
    return lasts(intervalsAgo) && isIn(leaf);
  }

  boolean lasts(int intervalsAgo) {
    return intervalsAgo <= ago && intervalsAgo > ago - intervals;
  }

  boolean isIn(Map<String, String> leaf) {
    return leaf.entrySet().containsAll(where.entrySet());
  }
}
