package dev.tidewatch.scoring.contribution;

import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.KnownScopes;
import java.util.Arrays;

/**
 * How far each leaf of a measure was from what was expected, over some intervals.
 *
 * @param known the scopes there are to explain it
 * @param deviation value less expected value
 * @param expected the expected value
 * @param variance of the deviation in healthy times, 0 for a leaf of which nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them a second; never compared
public record LeafDeviations(
    KnownScopes known, double[] deviation, double[] expected, double[] variance) {
  /** In no interval. */
  public static LeafDeviations none(KnownScopes known, int leaves) {
    return new LeafDeviations(known, new double[leaves], new double[leaves], new double[leaves]);
  }

  /** As if nothing were known of the leaves of a scope. */
  public LeafDeviations without(int scope) {
    LeafDeviations rest = none(known, 0).plus(this);
    int cuboid = directory().cuboidOf(scope);
    for (int leaf = 0; leaf < leaves(); leaf++) {
      if (directory().scopeOf(leaf, cuboid) == scope) {
        rest.deviation[leaf] = 0;
        rest.expected[leaf] = 0;
        rest.variance[leaf] = 0;
      }
    }
    return rest;
  }

  /** In the intervals of both; the other may know more leaves. */
  public LeafDeviations plus(LeafDeviations other) {
    int leaves = Math.max(leaves(), other.leaves());
    return new LeafDeviations(
        other.known,
        sum(deviation, other.deviation, leaves),
        sum(expected, other.expected, leaves),
        sum(variance, other.variance, leaves));
  }

  private static double[] sum(double[] some, double[] others, int size) {
    double[] sum = Arrays.copyOf(some, size);
    for (int i = 0; i < others.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }

  public Directory directory() {
    return known.directory();
  }

  public int leaves() {
    return deviation.length;
  }

  /** The deviation of all leaves of a scope together. */
  public double deviationOf(int scope) {
    int cuboid = directory().cuboidOf(scope);
    double sum = 0;
    for (int leaf = 0; leaf < leaves(); leaf++) {
      sum += directory().scopeOf(leaf, cuboid) == scope ? deviation[leaf] : 0;
    }
    return sum;
  }
}
