package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the forecasts of these leaves err by when nothing is wrong, told by the leaves themselves. A
 * first look cannot know which leaves are healthy and trusts the quieter side, as causes mostly
 * push one way (the cutoff of RiskLoc, Kalander 2022, rests on the same thought). A second look
 * takes the leaves outside the causes of the first, each side by itself.
 */
final class ForecastErrors {
  /** So small a part of the leaves on one side says that nearly all changed one way. */
  private static final double LONELY_SIDE = .05;

  /** Fewer leaves than this are on one side by chance. */
  private static final int NOT_BY_CHANCE = 10;

  /** Fewer leaves than this tell no law of their own. */
  private static final int FEW = 30;

  /** As many leaves tell a law well enough; more only cost time. */
  private static final int SAMPLE = 2000;

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
    int[] sample = thin(healthy);
    Sides sides = Sides.of(drops, sample);
    ForecastErrors errors = new ForecastErrors(leaves);
    errors.set(
        ErrorLaw.fit(leaves, drops, sides.below.length < FEW ? sample : sides.below),
        ErrorLaw.fit(leaves, drops, sides.above.length < FEW ? sample : sides.above));
    return errors;
  }

  private ErrorLaw lawOfQuieterSide() {
    double[] drops = leaves.drops();
    int[] all = thin(IntStream.range(0, leaves.count()).toArray());
    Sides sides = Sides.of(drops, all);
    double[] below = magnitudes(drops, sides.below);
    double[] above = magnitudes(drops, sides.above);
    if (all.length >= NOT_BY_CHANCE
        && Math.min(below.length, above.length) < LONELY_SIDE * all.length) {
      return ErrorLaw.fit(leaves, aroundTheMedian(drops), all);
    }
    boolean belowIsQuieter = mean(below) < mean(above);
    return ErrorLaw.fit(leaves, drops, belowIsQuieter ? sides.below : sides.above);
  }

  private static double[] aroundTheMedian(double[] drops) {
    double middle = median(Arrays.stream(drops).sorted().toArray());
    return Arrays.stream(drops).map(drop -> drop - middle).toArray();
  }

  /** Without the leaves that did not change at all: those are on neither side. */
  private static double[] magnitudes(double[] drops, int[] side) {
    return Arrays.stream(side)
        .mapToDouble(leaf -> Math.abs(drops[leaf]))
        .filter(drop -> drop > 0)
        .toArray();
  }

  /** Unlike the median it feels a single leaf's cause; louder than any for no leaves. */
  private static double mean(double[] magnitudes) {
    return Arrays.stream(magnitudes).average().orElse(2);
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
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
    int[] sample = thin(IntStream.range(0, scale.length).toArray());
    return median(Arrays.stream(sample).mapToDouble(leaf -> scale[leaf]).sorted().toArray());
  }

  /** Some of them, by a hash of their place so as not to fall in step with a dimension. */
  private static int[] thin(int[] sample) {
    if (sample.length <= SAMPLE) {
      return sample;
    }
    long limit = (long) ((double) SAMPLE / sample.length * (1L << 32));
    return Arrays.stream(sample)
        .filter(leaf -> ((leaf * 0x9E3779B97F4A7C15L) >>> 32) < limit)
        .toArray();
  }

  /** Leaves below their expected value and above it; those that met it go half to each. */
  private static final class Sides {
    private final int[] below;
    private final int[] above;

    private Sides(int[] below, int[] above) {
      this.below = below;
      this.above = above;
    }

    static Sides of(double[] drops, int[] leaves) {
      int[] below = new int[leaves.length];
      int[] above = new int[leaves.length];
      int countBelow = 0;
      int countAbove = 0;
      boolean even = false;
      for (int leaf : leaves) {
        even ^= drops[leaf] == 0;
        if (drops[leaf] > 0 || (drops[leaf] == 0 && even)) {
          below[countBelow++] = leaf;
        } else {
          above[countAbove++] = leaf;
        }
      }
      return new Sides(Arrays.copyOf(below, countBelow), Arrays.copyOf(above, countAbove));
    }
  }
}
