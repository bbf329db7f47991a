package dev.tidewatch.evaluation.calibration;

/**
 * Alerts seen, held against those promised.
 *
 * @param observed how many there were
 * @param promised how many there were to be
 */
record Ratio(long observed, double promised) {
  private static final double NORMAL_95 = 1.6449;

  double value() {
    return observed / promised;
  }

  /** The lower end of the 90 % interval: Byar's approximation of the exact Poisson limits. */
  double lower() {
    return observed == 0 ? 0 : byar((double) observed, -1) / promised;
  }

  /** The upper end of the 90 % interval. */
  double upper() {
    return byar(observed + 1.0, 1) / promised;
  }

  boolean withinFactorTwo() {
    return value() >= 0.5 && value() <= 2;
  }

  /** Whether the 90 % interval has a part within a factor of two of the promise. */
  boolean mayBeWithinFactorTwo() {
    return lower() <= 2 && upper() >= 0.5;
  }

  private static double byar(double count, int side) {
    double root = 1 - 1 / (9 * count) + side * NORMAL_95 / (3 * StrictMath.sqrt(count));
    return count * root * root * root;
  }
}
