package dev.tidewatch.scoring.group;

/**
 * The share of values beyond a threshold, and an exponential tail above it whose mean is known from
 * so many values only.
 *
 * @param from the threshold
 * @param share how many of all values lie above, from 0 to 1
 * @param mean of their excess over the threshold
 * @param values how many of them the mean is known from, the prior's among them
 * @param priorMean mean excess before anything was known
 */
record ExcessTail(double from, double share, double mean, double values, double priorMean) {
  /** The weight of what would be said without a past. */
  static final double PRIOR_VALUES = 8;

  /** While little is known: nothing is too large to be healthy. */
  static final ExcessTail UNKNOWN = new ExcessTail(Double.POSITIVE_INFINITY, 1, 1, 1, 1);

  /** The probability that a value is at least so large; 1 up to the threshold. */
  double probability(double size) {
    double beyond = size - from;
    if (!(beyond > 0)) {
      return 1;
    }
    double doubt = PRIOR_VALUES / values;
    double tail =
        (1 - doubt) * lomax(beyond, mean, values) + doubt * lomax(beyond, priorMean, PRIOR_VALUES);
    return share * tail;
  }

  /** Predictive of an exponential whose mean was seen over so many values. */
  private static double lomax(double size, double mean, double values) {
    return StrictMath.pow(1 + size / (values * mean), -values);
  }
}
