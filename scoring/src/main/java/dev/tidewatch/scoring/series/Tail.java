package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;

/**
 * How rarely a statistic of this series is as large as that: counts of past values by size, slowly
 * forgotten, continued beyond the largest hundredth by a tail fitted to it.
 *
 * <p>With r the size relative to where the tail starts, the tail is exp(-a y), y = (r^b - 1) / b:
 * Pareto for b = 0, exponential for b = 1, about Gaussian for b = 2 (the family of de Valk 2016).
 * Which b is weighed by how well each explains the values (Bayesian model average); a has a gamma
 * prior, so that a short past gives a heavier tail by itself. What is known of a value is its bin,
 * and both are fitted to that (grouped data, expectation and maximisation, Dempster, Laird and
 * Rubin 1977): the middles of bins as wide as a tail falls to a quarter would make every tail
 * heavier than it is, a light one most. The largest values of the tail say only that they are
 * large, not how large (censoring, as for trimmed Hill estimators): a series' own anomalies must
 * not teach it to expect them. A run of large values counts once: neighbours are no independent
 * witnesses.
 *
 * <p>Sizes are relative to a scatter that is itself being learnt. When it falls, as it does while a
 * season becomes known, the sizes counted before are moved up by as much: the errors they stand for
 * have not become smaller. When it grows they stay, to be on the careful side.
 */
final class Tail {
  /** Sizes, in mean errors, from 1 to some 20,000 in steps of a sixth. */
  private static final int BINS = 64;

  private static final double RATIO = 1.17;
  private static final double LOG_RATIO = StrictMath.log(RATIO);
  private static final double LARGEST = StrictMath.pow(RATIO, BINS - 1);

  private static final double SQRT_3 = StrictMath.sqrt(3);
  private static final double MEAN_ABSOLUTE_OF_T3 = 2 * SQRT_3 / StrictMath.PI;

  /** Before its first value a series is taken to have seen six weeks of hours of Student's t. */
  private static final double PRIOR_VALUES = 1000;

  /**
   * That belief halves by the time so many days are remembered, at an age of 12 days, and is down
   * to a tenth in a month: later a series that is not heavy must not be held for it.
   */
  private static final double PRIOR_DAYS = 10;

  /** And no sooner than so many values are: daily values take most of a year to be believed. */
  private static final double PRIOR_OUTLIVED = 240;

  /** The largest ones of fewer values say nothing of a tail. */
  private static final double LEAST_REMEMBERED = 400;

  /**
   * The tail is the largest hundredth: often enough to be learnt, and hardly touched by the
   * anomalies of a series, two a day of minutely values. Of short pasts it is more, or there would
   * be nothing to fit.
   */
  private static final double TAIL_SHARE = 0.01;

  private static final double TAIL_VALUES = 64;

  /**
   * The share of a lively series' tail that may be anomalies: it says how many, not how large they
   * were.
   */
  private static final double CENSORED = 0.2;

  /**
   * What a lively series shows more often than that is usual, however badly it fits to the rest. Of
   * a series that moves once in a hundred values, a hundredth of that is.
   */
  private static final double ANOMALIES_A_DAY = 2;

  /** Two a day of hourly values; more of daily ones would be no anomalies. */
  private static final double MOST_ANOMALIES = 2 / 24.0;

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

  /** Values of a run, with gaps shorter than that, are one. */
  private static final double RUN_VALUES = 6;

  private static final double RUN_FROM = 2.5;

  /** The share of the sizes below the first edge that is within a step of it. */
  private static final float LEAVING = 0.1f;

  private static final double[] EDGES = new double[BINS + 1];
  private static final double[] PRIOR_COUNTS = new double[BINS];

  /** y of the lower edge of the k-th bin above the start, by power. */
  private static final double[][] LOWER = new double[POWERS.length][BINS + 1];

  static {
    for (int i = 0; i <= BINS; i++) {
      EDGES[i] = StrictMath.exp(i * LOG_RATIO);
    }
    for (int i = 0; i < BINS; i++) {
      PRIOR_COUNTS[i] =
          PRIOR_VALUES
              * ((i == 0 ? 1 : studentThree(EDGES[i]))
                  - (i == BINS - 1 ? 0 : studentThree(EDGES[i + 1])));
    }
    for (int p = 0; p < POWERS.length; p++) {
      for (int k = 0; k <= BINS; k++) {
        LOWER[p][k] = stretched(StrictMath.exp(k * LOG_RATIO), p);
      }
    }
  }

  private final int counts;
  private final int total;
  private final int measure;
  private final int runBin;
  private final int runAge;
  private final double forget;
  private final double daysPerValue;
  private final double[] counted = new double[BINS];
  private final double[] sums = new double[POWERS.length];
  private final double[] weights = new double[POWERS.length];

  /**
   * @param memoryOf after this long, and 400 values, a value counts only a third (1/e)
   */
  Tail(Layout layout, Duration interval, Duration memoryOf) {
    this.counts = layout.reserve(BINS);
    this.total = layout.reserve(1);
    this.measure = layout.reserve(1);
    this.runBin = layout.reserve(1);
    this.runAge = layout.reserve(1);
    this.daysPerValue = interval.toSeconds() / 86_400.0;
    this.forget =
        Math.min(1 / LEAST_REMEMBERED, (double) interval.toSeconds() / memoryOf.toSeconds());
  }

  void begin(float[] memory, int series) {
    Arrays.fill(memory, series + counts, series + counts + BINS, 0);
    memory[series + total] = 0;
    memory[series + measure] = Float.NaN;
    memory[series + runBin] = -1;
    memory[series + runAge] = (float) RUN_VALUES;
  }

  /**
   * The probability that one value of a healthy series like this is at least so large.
   *
   * @param lively see {@link Movement#liveliness}
   */
  double probability(float[] memory, int series, double anySize, double lively) {
    double size = Math.min(anySize, LARGEST);
    int own = bin(size);
    if (own == 0) {
      return 1;
    }
    double seen = countAll(memory, series);
    double wanted = Math.max(TAIL_VALUES, TAIL_SHARE * seen);
    double above = 0;
    int start = BINS;
    while (start > 0 && above < wanted) {
      start--;
      above += counted[start];
    }
    if (start > own) {
      return from(own) / seen;
    }
    double fitted = above * beyond(start, above, size / EDGES[start], CENSORED * lively);
    double most =
        Math.min(MOST_ANOMALIES, ANOMALIES_A_DAY * daysPerValue) * lively * memory[series + total];
    return Math.max(fitted, from(own) - most) / seen;
  }

  /** Puts own and prior values together; answers how many they are. */
  private double countAll(float[] memory, int series) {
    double halves = memory[series + total] / Math.max(PRIOR_DAYS / daysPerValue, PRIOR_OUTLIVED);
    double prior = 1 / (1 + halves * halves * halves * halves);
    for (int i = 0; i < BINS; i++) {
      counted[i] = memory[series + counts + i] + prior * PRIOR_COUNTS[i];
    }
    return memory[series + total] + prior * PRIOR_VALUES;
  }

  private double from(int bin) {
    double sum = 0;
    for (int i = bin; i < BINS; i++) {
      sum += counted[i];
    }
    return sum;
  }

  /** The share of the values from the start on that are at least this many times the start. */
  private double beyond(int start, double above, double relative, double mayBeAnomalies) {
    double most = mayBeAnomalies * above;
    double censored = 0;
    int top = BINS;
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

  private static int bin(double size) {
    if (size < RATIO) {
      return 0;
    }
    return (int) Math.min(BINS - 1, StrictMath.log(size) / LOG_RATIO);
  }

  /**
   * Two-sided tail of Student's t with three degrees of freedom, of a size in mean absolute errors.
   */
  private static double studentThree(double size) {
    double t = size * MEAN_ABSOLUTE_OF_T3;
    double u = t / SQRT_3;
    return Math.max(1e-300, 1 - 2 / StrictMath.PI * (StrictMath.atan(u) + u / (1 + u * u)));
  }

  void learn(float[] memory, int series, double size) {
    memory[series + total] += (float) (1 - forget * memory[series + total]);
    int bin = bin(size);
    float age = memory[series + runAge];
    float peak = memory[series + runBin];
    boolean run = size >= RUN_FROM;
    if (run && age < RUN_VALUES && peak >= 0) {
      memory[series + runAge] = 0;
      if (bin > peak) {
        memory[series + counts + (int) peak] =
            Math.max(0, memory[series + counts + (int) peak] - 1);
        add(memory, series, bin);
        memory[series + runBin] = bin;
      }
      return;
    }
    add(memory, series, bin);
    memory[series + runBin] = run ? bin : peak;
    memory[series + runAge] = run ? 0 : (float) Math.min(RUN_VALUES, age + 1);
  }

  /** The size that one value in a hundred reaches. */
  double hundredth(float[] memory, int series) {
    double most = memory[series + total] / 100;
    double above = 0;
    int bin = BINS - 1;
    for (; bin > 0; bin--) {
      above += memory[series + counts + bin];
      if (above > most) {
        break;
      }
    }
    return EDGES[bin + 1];
  }

  private void add(float[] memory, int series, int bin) {
    memory[series + counts + bin] += 1;
  }

  /** Forgetting costs a walk over all counts: done once in a while. */
  void forget(float[] memory, int series, double values) {
    float keep = (float) StrictMath.exp(-forget * values);
    for (int i = 0; i < BINS; i++) {
      memory[series + counts + i] *= keep;
    }
  }

  /** From now on sizes are relative to such a scatter. Costs a walk: done once in a while. */
  void measureIn(float[] memory, int series, double scatter) {
    double old = memory[series + measure];
    if (!(scatter > 0)) {
      return;
    }
    int steps = Double.isNaN(old) ? 0 : (int) (StrictMath.log(old / scatter) / LOG_RATIO);
    for (int i = Math.min(BINS, steps); i > 0; i--) {
      moveUp(memory, series + counts);
    }
    memory[series + measure] =
        (float) (Double.isNaN(old) ? scatter : old * StrictMath.exp(-steps * LOG_RATIO));
  }

  /** By one bin. Most of the lowest, which has no lower edge, stays there. */
  private static void moveUp(float[] memory, int first) {
    float lowest = memory[first];
    memory[first + BINS - 1] += memory[first + BINS - 2];
    System.arraycopy(memory, first, memory, first + 1, BINS - 2);
    memory[first] = (1 - LEAVING) * lowest;
    memory[first + 1] = LEAVING * lowest;
  }
}
