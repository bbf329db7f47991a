package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;

/**
 * How rarely a statistic of this series is as large as that: counts of past values by size, slowly
 * forgotten, continued beyond the largest hundredth by a tail fitted to it.
 *
 * <p>With r the size relative to where the tail starts, the tail is exp(-a y), y = (r^b - 1) / b:
 * Pareto for b = 0, exponential for b = 1 (the family of de Valk 2016). Which b is weighed by how
 * well each explains the values (Bayesian model average); a has a gamma prior, so that a short past
 * gives a heavier tail by itself. The largest values of the tail say only that they are large, not
 * how large (censoring, as for trimmed Hill estimators): a series' own anomalies must not teach it
 * to expect them. A run of large values counts once: neighbours are no independent witnesses.
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
   * The tail is the largest hundredth: often enough to be learnt, and hardly touched by the
   * anomalies of a series, two a day of minutely values. Of short pasts it is more, or there would
   * be nothing to fit.
   */
  private static final double TAIL_SHARE = 0.01;

  private static final double TAIL_VALUES = 64;

  /** The share of the tail that may be anomalies: it says how many, not how large they were. */
  private static final double CENSORED = 0.2;

  /** What comes more often than that is usual, however badly it fits to the rest. */
  private static final double ANOMALIES_A_DAY = 2;

  /** The prior of the fit: that of a Pareto tail of index 1/4, worth six values. */
  private static final double PRIOR_SHAPE = 6;

  private static final double PRIOR_MEAN = 0.25;

  /** Neighbours are alike and bins are coarse: ten values witness as one about the shape. */
  private static final double TEMPER = 0.1;

  private static final double[] POWERS = {0, 0.5, 1};

  /** Values of a run, with gaps shorter than that, are one. */
  private static final double RUN_VALUES = 6;

  private static final double RUN_FROM = 2.5;

  private static final double[] EDGES = new double[BINS + 1];
  private static final double[] PRIOR_COUNTS = new double[BINS];

  /** y of the middle of the k-th bin above the start, by power. */
  private static final double[][] MIDDLES = new double[POWERS.length][BINS];

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
        if (k < BINS) {
          MIDDLES[p][k] = stretched(StrictMath.exp((k + 0.5) * LOG_RATIO), p);
        }
      }
    }
  }

  private final int counts;
  private final int total;
  private final int runBin;
  private final int runAge;
  private final double forget;
  private final double daysPerValue;
  private final double[] sums = new double[POWERS.length];
  private final double[] weights = new double[POWERS.length];

  /**
   * @param memoryOf after this long a value counts only a third (1/e)
   */
  Tail(Layout layout, Duration interval, Duration memoryOf) {
    this.counts = layout.reserve(BINS);
    this.total = layout.reserve(1);
    this.runBin = layout.reserve(1);
    this.runAge = layout.reserve(1);
    this.daysPerValue = interval.toSeconds() / 86_400.0;
    this.forget = (double) interval.toSeconds() / memoryOf.toSeconds();
  }

  void begin(float[] memory, int series) {
    Arrays.fill(memory, series + counts, series + counts + BINS, 0);
    memory[series + total] = 0;
    memory[series + runBin] = -1;
    memory[series + runAge] = (float) RUN_VALUES;
  }

  /** The probability that one value of a healthy series like this is at least so large. */
  double probability(float[] memory, int series, double anySize) {
    double size = Math.min(anySize, LARGEST);
    int own = bin(size);
    if (own == 0) {
      return 1;
    }
    double seen = memory[series + total] + PRIOR_VALUES;
    double wanted = Math.max(TAIL_VALUES, TAIL_SHARE * seen);
    double above = 0;
    int start = BINS;
    while (start > 0 && above < wanted) {
      start--;
      above += count(memory, series, start);
    }
    if (start <= own) {
      double fitted = above / seen * beyond(memory, series, start, above, size / EDGES[start]);
      double larger = 0;
      for (int i = own; i < BINS; i++) {
        larger += count(memory, series, i);
      }
      return Math.max(
          fitted, (larger - ANOMALIES_A_DAY * daysPerValue * memory[series + total]) / seen);
    }
    while (start > own) {
      start--;
      above += count(memory, series, start);
    }
    return above / seen;
  }

  /** The share of the values from the start on that are at least this many times the start. */
  private double beyond(float[] memory, int series, int start, double above, double relative) {
    Arrays.fill(sums, 0);
    double most = CENSORED * above;
    double censored = 0;
    int top = BINS;
    while (top > start + 1 && censored + count(memory, series, top - 1) <= most) {
      top--;
      censored += count(memory, series, top);
    }
    double logs = 0;
    for (int bin = start; bin < top; bin++) {
      double count = count(memory, series, bin);
      int k = bin - start;
      logs += count * MIDDLES[0][k];
      for (int p = 0; p < POWERS.length; p++) {
        sums[p] += count * MIDDLES[p][k];
      }
    }
    double values = above - censored + PRIOR_SHAPE;
    double best = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < POWERS.length; p++) {
      sums[p] += censored * LOWER[p][top - start] + PRIOR_SHAPE * PRIOR_MEAN;
      weights[p] = POWERS[p] * logs - values * StrictMath.log(sums[p]);
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

  /** (r^b - 1) / b. */
  private static double stretched(double relative, int power) {
    return switch (power) {
      case 0 -> StrictMath.log(relative);
      case 1 -> 2 * (Math.sqrt(relative) - 1);
      default -> relative - 1;
    };
  }

  private double count(float[] memory, int series, int bin) {
    return memory[series + counts + bin] + PRIOR_COUNTS[bin];
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
}
