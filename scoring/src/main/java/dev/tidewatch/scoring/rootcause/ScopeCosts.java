package dev.tidewatch.scoring.rootcause;

/**
 * What naming a scope costs, in nats, so that many scopes looked at do not make a cause by chance
 * and few dimensions are preferred to many: the logarithm of how many scopes one could have named,
 * layers first, then cuboids of the layer, then cells of the cuboid.
 */
final class ScopeCosts {
  /** What a cause must be worth beyond the choice of its scope: odds of seven to one. */
  private static final double DOUBT = 2;

  private final double[] cost;
  private final double[] siblingCost;

  ScopeCosts(Cuboids cuboids) {
    this.cost = new double[cuboids.finest() + 1];
    this.siblingCost = new double[cost.length];
    int dimensions = cuboids.dimensions();
    for (int bits = 0; bits < cost.length; bits++) {
      double sameLayer = choices(dimensions, Integer.bitCount(bits));
      siblingCost[bits] = Logarithm.of(cuboids.cells(bits)) + DOUBT;
      cost[bits] = siblingCost[bits] + Logarithm.of(sameLayer) + Logarithm.of(dimensions);
    }
  }

  private static double choices(int of, int some) {
    double choices = 1;
    for (int i = 1; i <= some; i++) {
      choices = choices * (of - some + i) / i;
    }
    return choices;
  }

  /** Of a scope of this cuboid. */
  double cost(int bits) {
    return cost[bits];
  }

  /** Of one more scope of a cuboid in which a cause is known already. */
  double siblingCost(int bits) {
    return siblingCost[bits];
  }
}
