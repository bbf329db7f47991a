package dev.tidewatch.scoring.series;

/**
 * A tail fitted to counts of values by size.
 *
 * <p>With r the size relative to where the tail starts, the tail is exp(-a y), y = (r^b - 1) / b:
 * Pareto for b = 0, exponential for b = 1, about Gaussian for b = 2 (the family of de Valk 2016).
 * Which b is weighed by how well each explains the values (Bayesian model average); a has a gamma
 * prior, so that a short past gives a heavier tail by itself. What is known of a value is its bin,
 * and both are fitted to that (grouped data, expectation and maximisation, Dempster, Laird and
 * Rubin 1977): the middles of bins as wide as a tail falls to a quarter would make every tail
 * heavier than it is, a light one most. The largest values of the tail say only that they are
 * large, not how large (censoring, as for trimmed Hill estimators): a series' own anomalies must
 * not teach it to expect them.
 */
final class TailFit {
  /** The prior of the fit: that of a Pareto tail of index 1/4, worth six values. */
  private static final double PRIOR_SHAPE = 6;

  private static final double PRIOR_MEAN = 0.25;

  /** Neighbours are alike and bins are coarse: two values witness as one about the shape. */
  private static final double TEMPER = 0.5;

  /** Enough to find where in their bins the values lie to a hundredth of a bin. */
  private static final int REFINEMENTS = 2;

  /** Of the prior's Student's t, whose last values are everywhere: less than that is nothing. */
  private static final double LEAST_COUNT = 1e-3;

  /** From Pareto to Gaussian. */
  private static final double[] POWERS = {0, 0.5, 1, 2};

  /** y of the lower edge of the k-th bin above the start, by power. */
  private static final double[][] LOWER = new double[POWERS.length][SizeBins.COUNT + 1];

  static {
    for (int p = 0; p < POWERS.length; p++) {
      for (int k = 0; k <= SizeBins.COUNT; k++) {
        LOWER[p][k] = stretched(SizeBins.edge(k), p);
      }
    }
  }

  private final double[] counted;
  private final double[] sums = new double[POWERS.length];
  private final double[] weights = new double[POWERS.length];

  /**
   * @param counted values by bin of {@link SizeBins}, looked at anew for every answer
   */
  TailFit(double[] counted) {
    this.counted = counted;
  }

  /**
   * The share of the values from the start on that are at least this many times the start.
   *
   * @param start the bin the tail starts with
   * @param above how many values there are from the start on
   * @param mayBeAnomalies the share of these of which only that they are large is believed
   */
  double beyond(int start, double above, double relative, double mayBeAnomalies) {
    double most = mayBeAnomalies * above;
    double censored = 0;
    int top = SizeBins.COUNT;
    while (top > start + 1 && censored + counted[top - 1] <= most) {
      top--;
      censored += counted[top];
    }
    double values = above - censored + PRIOR_SHAPE;
    double best = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < POWERS.length; p++) {
      double rate = rate(p, start, top, censored, values);
      sums[p] = values / rate;
      weights[p] = logLikelihood(p, start, top, censored, rate);
      best = Math.max(best, weights[p]);
    }
    return average(relative, values, best);
  }

  /** The tails of all powers, each weighed by how well it explains the values. */
  private double average(double relative, double values, double best) {
    double share = 0;
    double weight = 0;
    for (int p = 0; p < POWERS.length; p++) {
      double w = StrictMath.exp(TEMPER * (weights[p] - best));
      double y = stretched(relative, p);
      share += w * StrictMath.exp(-values * StrictMath.log(1 + y / sums[p]));
      weight += w;
    }
    return share / weight;
  }

  /** The a of the tail under which the counts, the censored ones and the prior are likeliest. */
  private double rate(int power, int start, int top, double censored, double values) {
    double[] lower = LOWER[power];
    double beyond = censored * lower[top - start] + PRIOR_SHAPE * PRIOR_MEAN;
    double rate = 0;
    for (int i = 0; i <= REFINEMENTS; i++) {
      double sum = beyond;
      for (int bin = start; bin < top; bin++) {
        double from = lower[bin - start];
        double width = lower[bin - start + 1] - from;
        sum += counted[bin] * (from + width * meanPlace(rate * width));
      }
      rate = values / sum;
    }
    return rate;
  }

  /**
   * Where in its bin, from 0 to 1, the mean of an exponential lies that falls to exp(-x) from edge
   * to edge: 1 / x - 1 / (exp(x) - 1), to one part in fifty.
   */
  private static double meanPlace(double x) {
    return 1 / (2 + x / 3 + x * x / 17);
  }

  private double logLikelihood(int power, int start, int top, double censored, double rate) {
    double[] lower = LOWER[power];
    double sum =
        PRIOR_SHAPE * (StrictMath.log(rate) - rate * PRIOR_MEAN)
            - censored * rate * lower[top - start];
    for (int bin = start; bin < top; bin++) {
      if (counted[bin] >= LEAST_COUNT) {
        double from = lower[bin - start];
        double within = 1 - StrictMath.exp(-rate * (lower[bin - start + 1] - from));
        sum += counted[bin] * (StrictMath.log(within) - rate * from);
      }
    }
    return sum;
  }

  /** (r^b - 1) / b. */
  private static double stretched(double relative, int power) {
    return switch (power) {
      case 0 -> StrictMath.log(relative);
      case 1 -> 2 * (Math.sqrt(relative) - 1);
      case 2 -> relative - 1;
      default -> 0.5 * (relative * relative - 1);
    };
  }
}
