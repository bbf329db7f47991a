package dev.tidewatch.scoring.rootcause;

/**
 * By how much forecasts of many leaves err together when nothing is wrong. Leaves of one value
 * share their season, their campaign, their trend, so the error of a sum does not vanish with the
 * number of its leaves: without this every large scope would be a cause for half a percent.
 *
 * @param bias by which part all leaves lie below what was expected
 * @param variance of that part from one value of a dimension to the next
 */
record CommonErrors(double bias, double variance) {
  /** Before data speak: this part of a single leaf's error, which is common to others. */
  private static final double USUAL_PART = .3;

  /** But no more than this, as the chance in small counts is not common to any. */
  private static final double USUAL_MOST = .05;

  /** How many values of dimensions that belief weighs as much as. */
  private static final double USUAL_WEIGHT = 5;

  private static final int ENOUGH_LEAVES = 3;
  private static final double LEAST_VARIANCE = 1e-8;

  /** Before data speak. */
  static CommonErrors usual(double leafScale) {
    double usual = Math.min(USUAL_MOST, USUAL_PART * leafScale);
    return new CommonErrors(0, usual * usual);
  }

  /** What the leaves outside all causes tell. */
  static CommonErrors of(Cuboids cuboids, double[] drops, ForecastErrors errors, int[] healthy) {
    Sums whole = new Sums(cuboids, 0);
    whole.add(drops, errors.scales(), healthy);
    double bias = whole.drop[0] / whole.weight[0];
    double squares = USUAL_WEIGHT * usual(errors.typicalScale()).variance;
    double count = USUAL_WEIGHT;
    for (int bits = 1; bits <= cuboids.finest(); bits <<= 1) {
      Sums values = new Sums(cuboids, bits);
      values.add(drops, errors.scales(), healthy);
      for (int value = 0; value < values.weight.length; value++) {
        if (values.leaves[value] >= ENOUGH_LEAVES) {
          double aside = values.drop[value] / values.weight[value] - bias;
          squares += aside * aside - 1 / values.weight[value];
          count++;
        }
      }
    }
    return new CommonErrors(bias, Math.max(LEAST_VARIANCE, squares / count));
  }

  /** The weighted drops of the cells of a cuboid. */
  private static final class Sums {
    private final int[] cellOf;
    private final double[] weight;
    private final double[] drop;
    private final int[] leaves;

    Sums(Cuboids cuboids, int bits) {
      this.cellOf = cuboids.cellOf(bits);
      this.weight = new double[cuboids.cells(bits)];
      this.drop = new double[weight.length];
      this.leaves = new int[weight.length];
    }

    void add(double[] drops, double[] scales, int[] healthy) {
      for (int leaf : healthy) {
        double precision = 1 / (scales[leaf] * scales[leaf]);
        weight[cellOf[leaf]] += precision;
        drop[cellOf[leaf]] += precision * drops[leaf];
        leaves[cellOf[leaf]]++;
      }
    }
  }
}
