package dev.tidewatch.scoring.series;

import java.time.Duration;

/**
 * How rarely a statistic of this series is as large as that: counts of past values by size, slowly
 * forgotten, continued beyond the largest ones by a Pareto tail whose index is Hill's estimate
 * under a prior, and mixed with a Student t as long as the series is young. (Hill 1975; Siffer et
 * al. 2017 for extreme values on streams.) A run of large values counts once: neighbours are no
 * independent witnesses.
 */
final class Tail {
  private static final int BINS = 48;
  private static final double SMALLEST = 1;
  private static final double RATIO = 1.25;
  private static final double LOG_RATIO = StrictMath.log(RATIO);
  private static final double LARGEST = StrictMath.pow(RATIO, BINS - 1);
  private static final double SQRT_3 = StrictMath.sqrt(3);
  private static final double MEAN_ABSOLUTE_OF_T3 = 2 * SQRT_3 / StrictMath.PI;
  private static final double RUN_VALUES = 6;
  private static final double RUN_FROM = 2.5;
  private static final double PRIOR_INDEX = Tuning.p("priorIndex", .25);
  private static final double PRIOR_INDEX_VALUES = Tuning.p("priorIndexValues", 6);
  private static final double LEAST_INDEX = Tuning.p("leastIndex", .06);
  private static final double PRIOR_VALUES = Tuning.p("priorValues", 300);

  private final int counts;
  private final int total;
  private final int runBin;
  private final int runAge;
  private final double days;
  private final double forget;

  /**
   * @param memoryOf after this long a value counts only a third (1/e)
   */
  Tail(Layout layout, Duration interval, Duration memoryOf) {
    this.counts = layout.reserve(BINS);
    this.total = layout.reserve(1);
    this.runBin = layout.reserve(1);
    this.runAge = layout.reserve(1);
    this.days = interval.toSeconds() / 86400.0;
    this.forget = (double) interval.toSeconds() / memoryOf.toSeconds();
  }

  void begin(float[] memory, int series) {
    java.util.Arrays.fill(memory, series + counts, series + counts + BINS, 0);
    memory[series + total] = 0;
    memory[series + runBin] = -1;
    memory[series + runAge] = (float) RUN_VALUES;
  }

  /** The probability that one value of a healthy series like this is at least so large. */
  double probability(float[] memory, int series, double anySize) {
    double size = Math.min(anySize, LARGEST);
    if (Tuning.PSEUDO > 0) {
      return ownProbability(memory, series, size, memory[series + total] + Tuning.PSEUDO);
    }
    double prior = studentThree(size);
    double seen = memory[series + total];
    double own = seen > 0 ? ownProbability(memory, series, size, seen) : 0;
    return (seen * own + PRIOR_VALUES * prior) / (seen + PRIOR_VALUES);
  }

  private double ownProbability(float[] memory, int series, double size, double seen) {
    if (size <= SMALLEST) {
      return 1;
    }
    double wanted = Math.max(4, Math.min(Math.max(Tuning.TAIL_VALUES, Tuning.TAIL_SHARE * seen), seen / 10));
    double above = 0;
    int start = BINS - 1;
    int own = bin(size);
    for (; start > 0; start--) {
      above += count(memory, series, start);
      if (above >= wanted && start <= own) {
        break;
      }
    }
    if (above <= 0) {
      return 0;
    }
    double censored = 0;
    double most = Math.min(Tuning.CENSOR_MOST * above, Math.max(Tuning.CENSOR * above, Tuning.CENSOR_DAY * seen * days));
    double logs = 0;
    for (int bin = BINS - 1; bin >= start; bin--) {
      double count = count(memory, series, bin);
      if (censored + count <= most) {
        censored += count;
      } else {
        logs += censored * (bin + 1 - start);
        for (; bin >= start; bin--) {
          logs += count(memory, series, bin) * (bin - start + 0.5);
        }
      }
    }
    double index = index(above - censored, logs);
    return above / seen * StrictMath.pow(size / edge(start), -1 / index);
  }

  private static final double[] PSEUDO = new double[BINS];

  static {
    for (int i = 0; i < BINS; i++) {
      PSEUDO[i] =
          Tuning.PSEUDO * ((i == 0 ? 1 : studentThree(edge(i))) - (i == BINS - 1 ? 0 : studentThree(edge(i + 1))));
    }
  }

  private double count(float[] memory, int series, int bin) {
    return memory[series + counts + bin] + PSEUDO[bin];
  }

  private static double index(double values, double binsAbove) {
    double hill = binsAbove * LOG_RATIO;
    return Math.max(
        LEAST_INDEX, (hill + PRIOR_INDEX_VALUES * PRIOR_INDEX) / (values + PRIOR_INDEX_VALUES));
  }

  /** The size whose probability is that, between 1 and the largest. */
  double quantile(float[] memory, int series, double wanted) {
    double low = SMALLEST;
    double high = LARGEST;
    for (int i = 0; i < 24; i++) {
      double middle = Math.sqrt(low * high);
      if (probability(memory, series, middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static int bin(double size) {
    if (size < SMALLEST * RATIO) {
      return 0;
    }
    return (int) Math.min(BINS - 1, StrictMath.log(size / SMALLEST) / LOG_RATIO);
  }

  private static double edge(int bin) {
    return SMALLEST * StrictMath.exp(bin * LOG_RATIO);
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
    double grow = 1;
    memory[series + total] += (float) (grow - forget * memory[series + total]);
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
    return edge(bin + 1);
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
