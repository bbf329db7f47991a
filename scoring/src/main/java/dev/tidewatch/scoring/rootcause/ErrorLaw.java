package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;

/**
 * How far healthy leaves lie from their expected values: Student's t whose scale is a power of the
 * leaf's size (Taylor's law: errors in proportion, of counts, or constant), or follows the
 * forecast's own deviations where those are known.
 *
 * @param scale the scale of a leaf of size 1, or how much the forecast's deviations are stretched
 * @param eighths how many eighths of a power the scale, as a part of the leaf, falls with its size:
 *     0 for errors in proportion, 4 for counts, 8 for a constant error; 0 when deviations are known
 * @param degrees the degrees of freedom, small for heavy tails
 */
record ErrorLaw(double scale, int eighths, double degrees) {
  private static final int[] EIGHTHS = {0, 1, 2, 3, 4, 6, 8};
  private static final double[] DEGREES = {100, 16, 8, 4, 2.5};

  /** What a heavier tail costs before data speak for it, in nats. */
  private static final double[] DEGREES_COST = {0, .5, 1, 2, 3};

  private static final double MIDDLE_DEGREES = 8;

  /** Forecasts and rounding are never better than this part of a leaf. */
  private static final double LEAST_SCALE = .003;

  private static final int ITERATIONS = 15;

  /** The law under which these leaves are most likely, when none of them is part of a cause. */
  static ErrorLaw fit(LeafChanges leaves, double[] drops, int[] sample) {
    int[] eighths = leaves.deviationsKnown() ? new int[] {0} : EIGHTHS;
    Fit best = new Fit(leaves, drops, sample, eighths[0], MIDDLE_DEGREES);
    for (int i = 1; i < eighths.length; i++) {
      best = better(best, new Fit(leaves, drops, sample, eighths[i], MIDDLE_DEGREES));
    }
    Fit withTail = new Fit(leaves, drops, sample, best.law.eighths, DEGREES[0]);
    for (int i = 1; i < DEGREES.length; i++) {
      Fit heavier = new Fit(leaves, drops, sample, best.law.eighths, DEGREES[i]);
      heavier.likelihood -= DEGREES_COST[i];
      withTail = better(withTail, heavier);
    }
    return withTail.law.noSurerThanForecast(leaves);
  }

  private static Fit better(Fit known, Fit other) {
    return other.likelihood > known.likelihood ? other : known;
  }

  private ErrorLaw noSurerThanForecast(LeafChanges leaves) {
    return leaves.deviationsKnown() ? new ErrorLaw(Math.max(1, scale), eighths, degrees) : this;
  }

  /** The scale of a leaf's error, in the unit of {@link LeafChanges#drops}. */
  double scale(LeafChanges leaves, int leaf) {
    return Math.max(LEAST_SCALE, scale * unit(leaves, leaf, eighths));
  }

  /** Sets the logarithm of the density of the errors of one side. */
  void logDensities(double[] drops, double[] scales, double[] logDensity, boolean below) {
    double peak = peak(degrees);
    for (int i = 0; i < drops.length; i++) {
      if (drops[i] > 0 == below) {
        logDensity[i] = peak - logPart(drops[i], scales[i], degrees);
      }
    }
  }

  private static double logPart(double error, double scale, double degrees) {
    double z = error / scale;
    return Logarithm.of(scale) + (degrees + 1) / 2 * Logarithm.of(1 + z * z / degrees);
  }

  private static double unit(LeafChanges leaves, int leaf, int eighths) {
    if (leaves.deviationsKnown()) {
      return leaves.deviation(leaf);
    }
    double power = 1;
    for (int i = 0; i < eighths; i++) {
      power *= leaves.eighthRootOfSize(leaf);
    }
    return 1 / power;
  }

  /** The logarithm of the density of Student's t at 0. */
  private static double peak(double degrees) {
    return logGamma((degrees + 1) / 2)
        - logGamma(degrees / 2)
        - .5 * StrictMath.log(degrees * Math.PI);
  }

  /** Stirling's series after shifting the argument beyond 10. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    for (; y < 10; y++) {
      shift -= StrictMath.log(y);
    }
    return shift
        + .5 * StrictMath.log(2 * Math.PI / y)
        + y * (StrictMath.log(y) - 1)
        + 1 / (12 * y)
        - 1 / (360 * y * y * y);
  }

  /** The most likely scale for one slope and tail, by expectation and maximisation. */
  private static final class Fit {
    private final ErrorLaw law;
    private double likelihood;

    Fit(LeafChanges leaves, double[] drops, int[] sample, int eighths, double degrees) {
      double[] squares = new double[sample.length];
      for (int i = 0; i < sample.length; i++) {
        double z = drops[sample[i]] / unit(leaves, sample[i], eighths);
        squares[i] = z * z;
      }
      this.law = new ErrorLaw(Math.sqrt(variance(squares, degrees)), eighths, degrees);
      this.likelihood = sample.length * peak(degrees);
      for (int leaf : sample) {
        likelihood -= logPart(drops[leaf], law.scale(leaves, leaf), degrees);
      }
    }

    private static double variance(double[] squares, double degrees) {
      double variance = startingVariance(squares);
      for (int i = 0; i < ITERATIONS; i++) {
        double sum = 0;
        for (double square : squares) {
          sum += (degrees + 1) * square / (degrees + square / variance);
        }
        variance = Math.max(1e-12, sum / Math.max(1, squares.length));
      }
      return variance;
    }

    /** From the median of some: a start for the iterations, no more. */
    private static double startingVariance(double[] squares) {
      int step = 1 + squares.length / 256;
      double[] some = new double[squares.length / step];
      for (int i = 0; i < some.length; i++) {
        some[i] = squares[i * step];
      }
      Arrays.sort(some);
      return some.length == 0 ? 1e-12 : Math.max(1e-12, 2.2 * some[some.length / 2]);
    }
  }
}
