package dev.tidewatch.scoring.contribution;

import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.KnownScopes;

/**
 * Expectation-based scan statistic (Neill 2009, "Expectation-based scan statistics for monitoring
 * spatial time series data", Gaussian form) over the scopes of a cube: a scope explains as much as
 * the deviance falls when all its leaves are said to have changed by one common ratio and all
 * others not at all. A scope too wide takes in leaves that did not change, one too narrow leaves
 * some out; both lose. A finer cuboid has more scopes to choose from and pays for it.
 */
public final class ScanSearch implements ScopeSearch {
  @Override
  public int search(LeafDeviations deviations) {
    KnownScopes known = deviations.known();
    double[] moved = new double[known.scopes()];
    double[] weight = new double[known.scopes()];
    sum(deviations, moved, weight);
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int scope = 0; scope < moved.length; scope++) {
      int cuboid = known.directory().cuboidOf(scope);
      double price = 2 * StrictMath.log(known.cuboidSize(cuboid));
      double gain = weight[scope] > 0 ? moved[scope] * moved[scope] / weight[scope] - price : 0;
      if (gain > most) {
        most = gain;
        best = scope;
      }
    }
    return best;
  }

  private static void sum(LeafDeviations deviations, double[] moved, double[] weight) {
    Directory directory = deviations.directory();
    for (int leaf = 0; leaf < deviations.leaves(); leaf++) {
      double variance = deviations.variance()[leaf];
      double expected = deviations.expected()[leaf];
      if (variance > 0) {
        for (int cuboid = 0; cuboid < directory.cuboids(); cuboid++) {
          int scope = directory.scopeOf(leaf, cuboid);
          moved[scope] += deviations.deviation()[leaf] * expected / variance;
          weight[scope] += expected * expected / variance;
        }
      }
    }
  }
}
