package dev.tidewatch.generator.fault;

/**
 * How often things go wrong, each 0 to 1.
 *
 * @param late share of records that come after their interval has closed
 * @param duplicate share of records that come twice
 * @param outOfOrder share of records that come after later ones of their series
 * @param malformed share of records that cannot be read
 * @param missingInterval share of intervals for which no record comes at all
 */
public record FaultRates(
    double late, double duplicate, double outOfOrder, double malformed, double missingInterval) {
  public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0);

  public FaultRates {
    check("late", late);
    check("duplicate", duplicate);
    check("out-of-order", outOfOrder);
    check("malformed", malformed);
    check("missing-interval", missingInterval);
    if (late + duplicate + outOfOrder + malformed > 1) {
      throw new IllegalArgumentException(
          "a record has one fault at most, so the rates of late, duplicate, out-of-order and"
              + " malformed records add up to 1 at most, not "
              + (late + duplicate + outOfOrder + malformed));
    }
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("the " + name + " rate is 0 to 1, not " + rate);
    }
  }
}
