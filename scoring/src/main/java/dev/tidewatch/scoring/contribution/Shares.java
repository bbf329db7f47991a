package dev.tidewatch.scoring.contribution;

import dev.tidewatch.scoring.cube.Directory;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what each dimension value has in a change, given the scope that explains it. A dimension
 * that the scope fixes shares out the deviation of its leaves; deviations within the usual noise
 * belong to nobody. A dimension that the scope leaves open explains nothing, whatever the volumes
 * of its values are: its values share evenly and stay below 50, so none is pointed at.
 */
public final class Shares {
  private static final double MOST_UNNAMED = 49;
  private static final double NOISE = 3;

  private Shares() {}

  public static List<Contribution> of(LeafDeviations deviations, int scope) {
    Directory directory = deviations.directory();
    int mask = directory.mask(directory.cuboidOf(scope));
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < directory.dimensions().size(); i++) {
      boolean named = (mask >> i & 1) == 1;
      all.addAll(named ? named(deviations, scope, i) : even(deviations, i));
    }
    return all;
  }

  private static List<Contribution> named(LeafDeviations deviations, int scope, int dimension) {
    Directory directory = deviations.directory();
    double[] shares = new double[deviations.known().values(dimension)];
    double all = 0;
    for (int leaf = 0; leaf < deviations.leaves(); leaf++) {
      boolean inside = directory.scopeOf(leaf, directory.cuboidOf(scope)) == scope;
      double noise = inside ? 0 : NOISE * Math.sqrt(deviations.variance()[leaf]);
      double share = Math.max(0, Math.abs(deviations.deviation()[leaf]) - noise);
      shares[directory.code(leaf, dimension)] += share;
      all += share;
    }
    if (!(all > 0 && all < Double.POSITIVE_INFINITY)) {
      return even(deviations, dimension);
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int code = 0; code < shares.length; code++) {
      double share = Math.min(100, 100 * (shares[code] / all));
      contributions.add(contribution(directory, dimension, code, share));
    }
    return contributions;
  }

  private static List<Contribution> even(LeafDeviations deviations, int dimension) {
    int values = deviations.known().values(dimension);
    List<Contribution> contributions = new ArrayList<>();
    for (int code = 0; code < values; code++) {
      double share = Math.min(MOST_UNNAMED, 100.0 / values);
      contributions.add(contribution(deviations.directory(), dimension, code, share));
    }
    return contributions;
  }

  private static Contribution contribution(
      Directory directory, int dimension, int code, double score) {
    return new Contribution(
        directory.dimensions().get(dimension), directory.value(dimension, code), score);
  }
}
