package dev.tidewatch.scoring.series;

import java.util.Arrays;

/**
 * How rarely a slow statistic of this series gets as large as that. A mean over the last hours
 * hardly changes from one value to the next, so single sizes are no independent witnesses; the
 * largest size of each stretch as long as the statistic's own horizon is (block maxima, Gumbel
 * 1958). Their upper part is continued by a Pareto tail whose index is Hill's estimate under a
 * prior, and the whole is mixed with a prior tail as long as the series is young.
 */
final class BlockMaxima {
  private static final int BINS = 16;
  private static final double RATIO = 1.4;

  /** Never rely on fewer blocks than this for the tail, nor on more than needed. */
  private static final double LEAST_WANTED = 4;

  private static final double MOST_WANTED = 32;
  private static final double TAIL_SHARE = 0.25;
  private static final double LOG_RATIO = StrictMath.log(RATIO);
  private static final double LARGEST = StrictMath.pow(RATIO, BINS - 1);
  private static final double PRIOR_INDEX = 0.25;
  private static final double PRIOR_INDEX_BLOCKS = 6;
  private static final double LEAST_INDEX = 0.06;
  private static final double PRIOR_BLOCKS = 8;

  /** Up to so many times its usual size a statistic says nothing. */
  static final double USUAL = 2;

  private static final double FORGET_BLOCKS = 150;

  private final int counts;
  private final int total;
  private final int peak;
  private final int age;
  private final double block;

  /**
   * @param values how many values a block has: the statistic's horizon
   */
  BlockMaxima(Layout layout, double values) {
    this.counts = layout.reserve(BINS);
    this.total = layout.reserve(1);
    this.peak = layout.reserve(1);
    this.age = layout.reserve(1);
    this.block = values;
  }

  void begin(float[] memory, int series) {
    Arrays.fill(memory, series + counts, series + counts + BINS + 3, 0);
  }

  /** How many values pass on average until a healthy series like this shows such a size once. */
  double period(float[] memory, int series, double anySize) {
    double size = Math.min(anySize, LARGEST);
    double seen = memory[series + total];
    double own = seen > 0 ? own(memory, series, size, seen) : 0;
    return block / ((seen * own + PRIOR_BLOCKS * prior(size)) / (seen + PRIOR_BLOCKS));
  }

  /** The share of blocks whose largest size is at least this, from the series itself. */
  private double own(float[] memory, int series, double size, double seen) {
    double wanted = Math.max(LEAST_WANTED, Math.min(MOST_WANTED, TAIL_SHARE * seen));
    double above = 0;
    double logs = 0;
    int bin = BINS - 1;
    int reached = bin(size);
    for (; bin > 0; bin--) {
      double count = memory[series + counts + bin];
      above += count;
      logs += count * bin;
      if (above >= wanted && bin <= reached) {
        break;
      }
    }
    return above <= 0
        ? 0
        : above / seen * StrictMath.pow(size / edge(bin), -1 / index(above, logs - above * bin));
  }

  private static double index(double blocks, double binsAbove) {
    double hill = (binsAbove + 0.5 * blocks) * LOG_RATIO;
    return Math.max(
        LEAST_INDEX, (hill + PRIOR_INDEX_BLOCKS * PRIOR_INDEX) / (blocks + PRIOR_INDEX_BLOCKS));
  }

  /** A Pareto tail from twice the usual size on: the largest of some values with fat tails. */
  private static double prior(double size) {
    return size <= USUAL ? 1 : square(square(USUAL / size));
  }

  private static double square(double x) {
    return x * x;
  }

  private static int bin(double size) {
    return size < RATIO ? 0 : (int) Math.min(BINS - 1, StrictMath.log(size) / LOG_RATIO);
  }

  private static double edge(int bin) {
    return StrictMath.exp(bin * LOG_RATIO);
  }

  void learn(float[] memory, int series, double size) {
    memory[series + peak] = Math.max(memory[series + peak], (float) size);
    memory[series + age]++;
    if (memory[series + age] >= block) {
      close(memory, series);
    }
  }

  private void close(float[] memory, int series) {
    float keep = (float) (1 - 1 / FORGET_BLOCKS);
    for (int i = 0; i < BINS; i++) {
      memory[series + counts + i] *= keep;
    }
    memory[series + total] = memory[series + total] * keep + 1;
    memory[series + counts + bin(memory[series + peak])]++;
    memory[series + peak] = 0;
    memory[series + age] = 0;
  }
}
