package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * How rarely a statistic is as large as that, learnt from its own past: peaks over a threshold
 * (Siffer et al. 2017, "Anomaly detection in streams with extreme value theory") with an
 * exponential tail, whose unknown mean is taken into account by its predictive distribution (a
 * Lomax), so few values give a wide answer. And as the past may be no example (a series that was
 * young, a season not seen), the answer is mixed with what would be said without it, with the
 * weight of a few values. The past is kept as slowly forgotten counts by size.
 */
final class SurpriseTail {
  private static final int BINS = 240;
  private static final double TAIL_PART = 0.05;
  private static final double LEAST_TAIL_VALUES = 20;
  private static final double FEWEST = 2 * LEAST_TAIL_VALUES;

  /** Of an exponential, one value in twenty lies further beyond the middle. */
  private static final double FIRST_SPACINGS = 3;

  private static final double LARGEST_WEIGHT = 1e6;

  private final double width;
  private final double priorMean;
  private final double growth;
  private final float[] counts = new float[BINS];
  private double weight = 1;
  private double all;
  private double allowance;
  private ExcessTail tail = ExcessTail.UNKNOWN;

  /**
   * @param largest sizes beyond count as this
   * @param priorMean mean excess over the threshold before anything is known
   * @param memory after so many values a value counts a third (1/e)
   */
  SurpriseTail(double largest, double priorMean, double memory) {
    this.width = largest / BINS;
    this.priorMean = priorMean;
    this.growth = 1 + 1 / memory;
  }

  /** The probability that a healthy interval shows at least so much; 1 while little is known. */
  double probability(double size) {
    return tail.probability(size);
  }

  /** Takes in a size; instead of letting the past fade, what is new weighs ever more. */
  void learn(double size) {
    weight *= growth;
    all += weight;
    counts[Math.max(0, Math.min(BINS - 1, (int) (size / width)))] += (float) weight;
    if (weight > LARGEST_WEIGHT) {
      lighten();
    }
    tail = fitted();
  }

  /**
   * The same, but an anomaly is no example of health: what is beyond belief counts as just
   * credible, and no more often than that is promised; the rest is left out.
   *
   * @param leastProbability of what is credible
   */
  void learn(double size, double leastProbability) {
    allowance = Math.min(1, allowance + leastProbability);
    double credible = credible(size, leastProbability);
    if (credible == size) {
      learn(size);
    } else if (allowance == 1) {
      learn(credible);
      allowance = 0;
    }
  }

  /** Walks from the largest sizes down until there are enough for a tail. */
  private ExcessTail fitted() {
    double known = all / weight;
    if (known < FEWEST) {
      return ExcessTail.UNKNOWN;
    }
    double wanted = Math.max(LEAST_TAIL_VALUES, TAIL_PART * known) * weight;
    double above = 0;
    double excess = 0; // over the lower edge of the bin
    int bin = BINS;
    while (bin > 0 && above < wanted) {
      bin--;
      excess += above * width + counts[bin] * width / 2;
      above += counts[bin];
    }
    double values = above / weight + ExcessTail.PRIOR_VALUES;
    double mean = (excess / weight + ExcessTail.PRIOR_VALUES * priorMean) / values;
    return new ExcessTail(bin * width, above / all, mean, values, priorMean);
  }

  private double credible(double size, double leastProbability) {
    if (all / weight < FEWEST) {
      return Math.min(size, median() + FIRST_SPACINGS * priorMean);
    }
    double credible = size;
    while (credible > width && probability(credible) < leastProbability) {
      credible -= width;
    }
    return credible;
  }

  /** What half of the values known so far reach; boundless before there are any. */
  private double median() {
    double below = 0;
    int bin = 0;
    while (bin < BINS && below < all / 2) {
      below += counts[bin];
      bin++;
    }
    return all == 0 ? Double.POSITIVE_INFINITY : bin * width;
  }

  private void lighten() {
    for (int i = 0; i < BINS; i++) {
      counts[i] /= (float) weight;
    }
    all /= weight;
    weight = 1;
  }

  void write(StateWriter out) {
    out.real(weight);
    out.real(all);
    out.real(allowance);
    out.floats(counts, BINS);
  }

  void read(StateReader in) {
    weight = in.real();
    all = in.real();
    allowance = in.real();
    in.floats(counts, BINS);
    tail = fitted();
  }
}
