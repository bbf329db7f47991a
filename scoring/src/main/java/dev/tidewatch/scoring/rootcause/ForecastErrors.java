package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;

/**
 * What the forecasts of these leaves err by when nothing is wrong, told by the leaves themselves. A
 * first look cannot know which leaves are healthy and trusts the quieter side, as causes mostly push
 * one way (the cutoff of RiskLoc, Kalander 2022, rests on the same thought). A second look takes the
 * leaves outside the causes of the first, each side by itself.
 */
final class ForecastErrors {
  /** So few leaves on one side say that nearly all changed one way. */
  private static final double LONELY_SIDE = .05;

  /** Fewer leaves than this tell no law of their own. */
  private static final int FEW = 30;

  private final LeafChanges leaves;
  private final double[] scale;
  private final double[] logDensity;

  private ForecastErrors(LeafChanges leaves) {
    this.leaves = leaves;
    this.scale = new double[leaves.count()];
    this.logDensity = new double[leaves.count()];
  }

  /** The first look. */
  static ForecastErrors firstLook(LeafChanges leaves) {
    ForecastErrors errors = new ForecastErrors(leaves);
    ErrorLaw law = errors.lawOfQuieterSide();
    errors.set(law, law);
    return errors;
  }

  /** The second look, at the leaves that no cause covers. */
  static ForecastErrors secondLook(LeafChanges leaves, int[] healthy) {
    double[] drops = leaves.drops();
    Sides sides = Sides.of(drops, healthy);
    ErrorLaw together = ErrorLaw.fit(leaves, drops, healthy);
    ForecastErrors errors = new ForecastErrors(leaves);
    errors.set(
        sides.below.length < FEW ? together : ErrorLaw.fit(leaves, drops, sides.below),
        sides.above.length < FEW ? together : ErrorLaw.fit(leaves, drops, sides.above));
    return errors;
  }

  private ErrorLaw lawOfQuieterSide() {
    double[] drops = leaves.drops();
    int[] all = new int[leaves.count()];
    Arrays.setAll(all, i -> i);
    Sides sides = Sides.of(drops, all);
    double[] below = magnitudes(drops, sides.below);
    double[] above = magnitudes(drops, sides.above);
    if (all.length >= FEW && Math.min(below.length, above.length) < LONELY_SIDE * all.length) {
      return ErrorLaw.fit(leaves, aroundTheMedian(drops), all);
    }
    boolean belowIsQuieter = median(below) < median(above);
    return ErrorLaw.fit(leaves, drops, belowIsQuieter ? sides.below : sides.above);
  }

  private static double[] aroundTheMedian(double[] drops) {
    double[] sorted = drops.clone();
    Arrays.sort(sorted);
    double middle = median(sorted);
    return Arrays.stream(drops).map(drop -> drop - middle).toArray();
  }

  /** Sorted, without the leaves that did not change at all: those are on neither side. */
  private static double[] magnitudes(double[] drops, int[] side) {
    return Arrays.stream(side)
        .mapToDouble(leaf -> Math.abs(drops[leaf]))
        .filter(drop -> drop > 0)
        .sorted()
        .toArray();
  }

  /** The loudest there is for none. */
  private static double median(double[] sorted) {
    return sorted.length == 0 ? 2 : sorted[sorted.length / 2];
  }

  private void set(ErrorLaw below, ErrorLaw above) {
    double[] drops = leaves.drops();
    for (int i = 0; i < scale.length; i++) {
      ErrorLaw law = drops[i] > 0 ? below : above;
      scale[i] = law.scale(leaves, i);
    }
    below.logDensities(drops, scale, logDensity, true);
    above.logDensities(drops, scale, logDensity, false);
  }

  /** The scale of each leaf's error; not a copy. */
  double[] scales() {
    return scale;
  }

  /** The logarithm of the density of each leaf's error when nothing is wrong; not a copy. */
  double[] logDensities() {
    return logDensity;
  }

  /** The scale of the error of the middle leaf. */
  double typicalScale() {
    double[] sorted = scale.clone();
    Arrays.sort(sorted);
    return median(sorted);
  }

  /** Leaves below their expected value and above it; those that met it go half to each. */
  private record Sides(int[] below, int[] above) {
    static Sides of(double[] drops, int[] leaves) {
      int[] below = new int[leaves.length];
      int[] above = new int[leaves.length];
      int countBelow = 0;
      int countAbove = 0;
      boolean even = false;
      for (int leaf : leaves) {
        even ^= drops[leaf] == 0;
        if (drops[leaf] > 0 || drops[leaf] == 0 && even) {
          below[countBelow++] = leaf;
        } else {
          above[countAbove++] = leaf;
        }
      }
      return new Sides(Arrays.copyOf(below, countBelow), Arrays.copyOf(above, countAbove));
    }
  }
}
