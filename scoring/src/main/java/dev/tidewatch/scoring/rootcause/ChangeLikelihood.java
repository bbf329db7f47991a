package dev.tidewatch.scoring.rootcause;

import static dev.tidewatch.scoring.rootcause.CellEvidence.BLOCK;
import static dev.tidewatch.scoring.rootcause.CellEvidence.DROP;
import static dev.tidewatch.scoring.rootcause.CellEvidence.LOG;
import static dev.tidewatch.scoring.rootcause.CellEvidence.SPREADS;
import static dev.tidewatch.scoring.rootcause.CellEvidence.SQUARE;
import static dev.tidewatch.scoring.rootcause.CellEvidence.WEIGHT;

/**
 * How well the leaves of a cell agree with one common change, against two ways of nothing being
 * wrong: each leaf erring by itself, and all erring together. In nats, relative to the first.
 */
final class ChangeLikelihood {
  private static final double TWO_PI = 2 * Math.PI;

  /** Each spread but the first is as likely as any other. */
  private static final double LOG_CHOICES = Logarithm.of(SPREADS - 1);

  /** As many leaves as the estimated scale of errors weighs when a cell shows one of its own. */
  private static final double SCALE_WEIGHT = 50;

  /** A cell's errors have at most twice the variance estimated; beyond that something is wrong. */
  private static final double MOST_VARIANCE = 2;

  private final CommonErrors common;

  ChangeLikelihood(CommonErrors common) {
    this.common = common;
  }

  /** No change can explain the leaves better than this. */
  static double bound(double[] sums, int at) {
    double bound = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < SPREADS; k++) {
      bound = Math.max(bound, sums[at + k * BLOCK + LOG]);
    }
    return bound - LOG_CHOICES;
  }

  /**
   * All changed alike, by a part of which every size was as likely before (marginal likelihood).
   */
  static double ofAnyChange(double[] sums, int at) {
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < SPREADS; k++) {
      best = Math.max(best, ofAnyChangeInBlock(sums, at + k * BLOCK));
    }
    return best - LOG_CHOICES;
  }

  private static double ofAnyChangeInBlock(double[] sums, int block) {
    double weight = sums[block + WEIGHT];
    double mean = sums[block + DROP] / weight;
    double rest = sums[block + SQUARE] - sums[block + DROP] * mean;
    return sums[block + LOG] - .5 * rest + Math.min(0, .5 * Logarithm.of(TWO_PI / weight));
  }

  /** All changed alike, by this part. */
  static double ofChange(double[] sums, int at, double drop) {
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < SPREADS; k++) {
      best = Math.max(best, CellEvidence.atDrop(sums, at + k * BLOCK, drop));
    }
    return best - LOG_CHOICES;
  }

  /** The part by which the leaves dropped, where they agree best. */
  static double drop(double[] sums, int at) {
    double best = Double.NEGATIVE_INFINITY;
    double drop = 0;
    for (int k = 1; k < SPREADS; k++) {
      int block = at + k * BLOCK;
      double likelihood = ofAnyChangeInBlock(sums, block);
      if (likelihood > best) {
        best = likelihood;
        drop = sums[block + DROP] / sums[block + WEIGHT];
      }
    }
    return drop;
  }

  /** The spread, from 1, that describes leaves best which all dropped by this part. */
  static int spread(double[] sums, int at, double drop) {
    int best = 1;
    for (int k = 2; k < SPREADS; k++) {
      boolean better =
          CellEvidence.atDrop(sums, at + k * BLOCK, drop)
              > CellEvidence.atDrop(sums, at + best * BLOCK, drop);
      best = better ? k : best;
    }
    return best;
  }

  /**
   * Nothing is wrong: the better of leaves that err each by itself, which is 0, and of a cell whose
   * leaves err together by {@link CommonErrors} and by a scale of its own near the estimated one.
   */
  double ofErrors(double[] sums, int at, int count) {
    double weight = sums[at + WEIGHT];
    double mean = sums[at + DROP] / weight;
    double rest = sums[at + SQUARE] - sums[at + DROP] * mean;
    double aside = mean - common.bias();
    double stretch =
        Math.min(
            MOST_VARIANCE, (rest + aside * aside * weight + SCALE_WEIGHT) / (count + SCALE_WEIGHT));
    double belief = .5 * SCALE_WEIGHT * (Logarithm.of(stretch) + 1 / stretch - 1);
    double scales = .5 * count * Logarithm.of(stretch) + belief;
    double together = aside * aside / (stretch / weight + common.variance());
    double freedom = Logarithm.of(1 + common.variance() * weight / stretch);
    return Math.max(0, sums[at + LOG] - scales - .5 * (rest / stretch + together + freedom));
  }
}
