package dev.tidewatch.scoring.relation;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * Sums over quiet history from which the residuals of each measure can be regressed on those of
 * each other, 0 to 3 intervals before, without keeping the residuals.
 *
 * <p>The sums are kept apart by the ratio of the two measures' relative noise. Large scopes are
 * less noisy than small ones, and counts less than averages, hence these classes are the unlike
 * environments which tell a cause from an effect: the slope of an effect on its cause is the same
 * in all of them, the slope of a cause on its effect is not (Peters, Bühlmann, Meinshausen 2016:
 * Causal inference by using invariant prediction).
 */
final class LinkMoments {
  static final int LAGS = 4;
  private static final int CLASSES = 8;
  private static final int LOWEST_EXPONENT = -5;
  private static final int NUMBERS = 7;
  private static final double FEWEST = 50;

  /** Leaves, marginals and total overlap, and residuals follow each other: each counts less. */
  private static final double INDEPENDENT_SHARE = 0.25;

  private final int measures;
  private final double[] sums;

  LinkMoments(int measures) {
    this.measures = measures;
    this.sums = new double[measures * measures * LAGS * CLASSES * NUMBERS];
  }

  /**
   * Takes in a pair of residuals.
   *
   * @param ratio relative noise of the earlier measure / that of the later one
   */
  void add(int earlier, int later, int lag, double ratio, double before, double after) {
    int octave = Math.getExponent(ratio) - LOWEST_EXPONENT;
    int at = at(earlier, later, lag, Math.max(0, Math.min(CLASSES - 1, octave)));
    sums[at]++;
    sums[at + 1] += ratio;
    sums[at + 2] += before;
    sums[at + 3] += after;
    sums[at + 4] += before * before;
    sums[at + 5] += before * after;
    sums[at + 6] += after * after;
  }

  /** Multiplies all that was learnt, to forget it slowly. */
  void fade(double factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= factor;
    }
  }

  /** The later measure regressed on the earlier one. */
  Slope forward(int earlier, int later, int lag) {
    Regression regression = new Regression();
    for (int octave = 0; octave < CLASSES; octave++) {
      int at = at(earlier, later, lag, octave);
      double n = sums[at];
      if (n >= FEWEST) {
        double ratio = sums[at + 1] / n;
        regression.add(n, ratio * ratio * spread(at, 2, 4), ratio * product(at), spread(at, 3, 6));
      }
    }
    return regression.slope();
  }

  /** The earlier measure regressed on the later one. */
  Slope backward(int earlier, int later, int lag) {
    Regression regression = new Regression();
    for (int octave = 0; octave < CLASSES; octave++) {
      int at = at(earlier, later, lag, octave);
      double n = sums[at];
      if (n >= FEWEST) {
        double ratio = sums[at + 1] / n;
        regression.add(
            n, spread(at, 3, 6) / (ratio * ratio), product(at) / ratio, spread(at, 2, 4));
      }
    }
    return regression.slope();
  }

  private double spread(int at, int sum, int squares) {
    return sums[at + squares] - sums[at + sum] * sums[at + sum] / sums[at];
  }

  private double product(int at) {
    return sums[at + 5] - sums[at + 2] * sums[at + 3] / sums[at];
  }

  private int at(int earlier, int later, int lag, int octave) {
    return (((earlier * measures + later) * LAGS + lag) * CLASSES + octave) * NUMBERS;
  }

  void write(StateWriter out) {
    for (double sum : sums) {
      out.real(sum);
    }
  }

  void read(StateReader in) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.real();
    }
  }

  /** A weighted regression over the classes. */
  private static final class Regression {
    private double n;
    private double xx;
    private double xy;
    private double yy;
    private double slopesSquared; // sum of xx * slope^2 over the classes
    private int classes;

    void add(double count, double squares, double products, double targets) {
      if (squares > 0) {
        n += count;
        xx += squares;
        xy += products;
        yy += targets;
        slopesSquared += products * products / squares;
        classes++;
      }
    }

    Slope slope() {
      if (xx <= 0 || yy <= 0) {
        return Slope.NONE;
      }
      double slope = xy / xx;
      double noise = yy / n;
      double strength = xy / Math.sqrt(xx * noise / INDEPENDENT_SHARE);
      double chance = (classes - 1) * noise / INDEPENDENT_SHARE;
      double uneven = Math.max(0, slopesSquared - xy * slope - chance);
      return new Slope(slope, strength, xy == 0 ? 0 : uneven / (xy * slope));
    }
  }
}
