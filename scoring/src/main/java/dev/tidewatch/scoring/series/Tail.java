package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;

/**
 * How rarely a statistic of this series is as large as that: counts of past values by size, slowly
 * forgotten, continued beyond the largest hundredth by a tail fitted to it ({@link TailFit}). A run
 * of large values counts once: neighbours are no independent witnesses.
 *
 * <p>Sizes are relative to a scatter that is itself being learnt. When it falls, as it does while a
 * season becomes known, the sizes counted before are moved up by as much: the errors they stand for
 * have not become smaller. When it grows they stay, to be on the careful side.
 */
final class Tail {
  private static final int BINS = SizeBins.COUNT;

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

  /** Values of a run, with gaps shorter than that, are one. */
  private static final double RUN_VALUES = 6;

  private static final double RUN_FROM = 2.5;

  /** The share of the sizes below the first edge that is within a step of it. */
  private static final float LEAVING = 0.1f;

  private final int counts;
  private final int total;
  private final int measure;
  private final int runBin;
  private final int runAge;
  private final double forget;
  private final double daysPerValue;
  private final double[] counted = new double[BINS];
  private final TailFit fit = new TailFit(counted);

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
    double size = Math.min(anySize, SizeBins.LARGEST);
    int own = SizeBins.of(size);
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
    double relative = size / SizeBins.edge(start);
    double fitted = above * fit.beyond(start, above, relative, CENSORED * lively);
    double most =
        Math.min(MOST_ANOMALIES, ANOMALIES_A_DAY * daysPerValue) * lively * memory[series + total];
    return Math.max(fitted, from(own) - most) / seen;
  }

  /** Puts own and prior values together; answers how many they are. */
  private double countAll(float[] memory, int series) {
    double prior = TailPrior.weight(memory[series + total], daysPerValue);
    for (int i = 0; i < BINS; i++) {
      counted[i] = memory[series + counts + i] + prior * TailPrior.count(i);
    }
    return memory[series + total] + prior * TailPrior.VALUES;
  }

  private double from(int bin) {
    double sum = 0;
    for (int i = bin; i < BINS; i++) {
      sum += counted[i];
    }
    return sum;
  }

  void learn(float[] memory, int series, double size) {
    memory[series + total] += (float) (1 - forget * memory[series + total]);
    int bin = SizeBins.of(size);
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
    return SizeBins.edge(bin + 1);
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
    int steps = Double.isNaN(old) ? 0 : SizeBins.steps(old / scatter);
    for (int i = Math.min(BINS, steps); i > 0; i--) {
      moveUp(memory, series + counts);
    }
    memory[series + measure] = (float) (Double.isNaN(old) ? scatter : SizeBins.lowered(old, steps));
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
