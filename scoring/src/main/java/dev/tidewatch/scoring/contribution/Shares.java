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

  public static List<Contribution> of(LeafChanges changes, int scope) {
    Directory directory = changes.directory();
    int mask = directory.mask(directory.cuboidOf(scope));
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < directory.dimensions().size(); i++) {
      boolean named = (mask >> i & 1) == 1;
      all.addAll(named ? named(changes, scope, i) : even(changes, i));
    }
    return all;
  }

  private static List<Contribution> named(LeafChanges changes, int scope, int dimension) {
    Directory directory = changes.directory();
    double[] shares = new double[changes.known().values(dimension)];
    double all = 0;
    for (int leaf = 0; leaf < changes.leaves(); leaf++) {
      boolean inside = directory.scopeOf(leaf, directory.cuboidOf(scope)) == scope;
      double noise = inside ? 0 : NOISE * Math.sqrt(changes.variance()[leaf]);
      double share = Math.max(0, Math.abs(changes.deviation()[leaf]) - noise);
      shares[directory.code(leaf, dimension)] += share;
      all += share;
    }
    if (!(all > 0 && all < Double.POSITIVE_INFINITY)) {
      return even(changes, dimension);
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int code = 0; code < shares.length; code++) {
      double share = Math.min(100, 100 * (shares[code] / all));
      contributions.add(contribution(directory, dimension, code, share));
    }
    return contributions;
  }

  private static List<Contribution> even(LeafChanges changes, int dimension) {
    int values = changes.known().values(dimension);
    List<Contribution> contributions = new ArrayList<>();
    for (int code = 0; code < values; code++) {
      double share = Math.min(MOST_UNNAMED, 100.0 / values);
      contributions.add(contribution(changes.directory(), dimension, code, share));
    }
    return contributions;
  }

  private static Contribution contribution(
      Directory directory, int dimension, int code, double score) {
    return new Contribution(
        directory.dimensions().get(dimension), directory.value(dimension, code), score);
  }
}
