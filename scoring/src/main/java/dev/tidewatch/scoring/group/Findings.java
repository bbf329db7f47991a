package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafDeviations;
import dev.tidewatch.scoring.cube.MeasureScores;
import java.util.Arrays;

/** What one kind of evidence says about every scope in one interval. */
final class Findings {
  private double[] sizes = new double[0];
  private double[] deviations = new double[0];
  private double[] expected = new double[0];
  private double[] sigmas = new double[0];

  /** Begins an interval: of no scope anything is known yet. */
  void begin(int scopes) {
    if (sizes.length < scopes) {
      int room = Math.max(scopes, 2 * sizes.length);
      sizes = new double[room];
      deviations = new double[room];
      expected = new double[room];
      sigmas = new double[room];
    }
    Arrays.fill(sizes, 0, scopes, 0);
    Arrays.fill(sigmas, 0, scopes, 0);
  }

  /**
   * Puts down what is known of a scope.
   *
   * @param size how unusual it is
   * @param deviation how far its values are from what was expected, in the measure's unit
   * @param sigma the standard deviation of that in healthy times
   */
  void put(int scope, double size, double deviation, double usual, double sigma) {
    sizes[scope] = size;
    deviations[scope] = deviation;
    expected[scope] = usual;
    sigmas[scope] = sigma;
  }

  /** How unusual a scope is; 0 while nothing is known of it. */
  double size(int scope) {
    return sizes[scope];
  }

  /** The deviations of the leaves. */
  LeafDeviations ofLeaves(MeasureScores scores) {
    LeafDeviations leafDeviations = LeafDeviations.none(scores.known(), scores.leaves());
    for (int leaf = 0; leaf < scores.leaves(); leaf++) {
      int scope = scores.directory().scopeOfLeaf(leaf);
      if (sigmas[scope] > 0) {
        leafDeviations.deviation()[leaf] = within(deviations[scope]);
        leafDeviations.expected()[leaf] = within(expected[scope]);
        leafDeviations.variance()[leaf] = sigmas[scope] * sigmas[scope];
      }
    }
    return leafDeviations;
  }

  /** So that sums stay finite, whatever values came. */
  private static double within(double value) {
    return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
  }
}
