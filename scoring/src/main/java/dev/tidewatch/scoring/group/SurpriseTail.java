package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/**
 * How rarely a statistic of a measure is as large as that, learnt from its own past: peaks over a
 * threshold (Siffer et al. 2017) with an exponential tail, whose unknown mean is taken into account
 * by its predictive distribution (a Lomax), so few values give a wide answer. The past is kept as
 * slowly forgotten counts by size.
 */
final class SurpriseTail {
  private static final int BINS = 240;
  private static final double WIDTH = 0.1;
  private static final double TAIL_PART = 0.05;
  private static final double LEAST_TAIL_VALUES = 20;
  private static final double PRIOR_VALUES = 4;

  private final double priorMean;
  private final double keep;
  private final float[] counts = new float[BINS];

  /**
   * @param priorMean mean excess over the threshold before anything is known
   * @param memory after so many values a value counts a third (1/e)
   */
  SurpriseTail(double priorMean, double memory) {
    this.priorMean = priorMean;
    this.keep = 1 - 1 / memory;
  }

  /** The probability that one healthy interval shows at least so much. */
  double probability(double size) {
    double all = sum();
    double wanted = Math.max(LEAST_TAIL_VALUES, TAIL_PART * all);
    if (all < 2 * LEAST_TAIL_VALUES) {
      return 1;
    }
    double above = 0;
    double excess = 0; // over the lower edge of the bin
    int bin = BINS;
    while (bin > 0 && above < wanted) {
      bin--;
      excess += above * WIDTH + counts[bin] * WIDTH / 2;
      above += counts[bin];
    }
    double threshold = bin * WIDTH;
    if (size <= threshold) {
      return 1;
    }
    double values = above + PRIOR_VALUES;
    double mean = (excess + PRIOR_VALUES * priorMean) / values;
    return above / all * StrictMath.pow(1 + (size - threshold) / (values * mean), -values);
  }

  private double sum() {
    double all = 0;
    for (float count : counts) {
      all += count;
    }
    return all;
  }

  void learn(double size) {
    for (int i = 0; i < BINS; i++) {
      counts[i] *= (float) keep;
    }
    counts[Math.max(0, Math.min(BINS - 1, (int) (size / WIDTH)))] += 1;
  }

  void write(StateWriter out) {
    out.floats(counts, BINS);
  }

  void read(StateReader in) {
    in.floats(counts, BINS);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
