package dev.tidewatch.scoring.rootcause;

/**
 * The natural logarithm, five times as fast as {@link StrictMath#log} and like it the same on every
 * machine: it is made of additions, multiplications and one division. Off by less than 10<sup>-13
 * </sup>.
 */
final class Logarithm {
  private static final double LOG_2 = 0.6931471805599453;
  private static final long MANTISSA = 0x000F_FFFF_FFFF_FFFFL;
  private static final long ONE = 0x3FF0_0000_0000_0000L;
  private static final double SQRT_2 = 1.4142135623730951;

  private Logarithm() {}

  /** The logarithm of a positive, finite, normal number. */
  static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits >> 52) - 1023;
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ONE);
    if (mantissa > SQRT_2) {
      mantissa *= .5;
      exponent++;
    }
    double t = (mantissa - 1) / (mantissa + 1);
    double u = t * t;
    double tail = 1 / 11. + u * (1 / 13. + u * (1 / 15. + u / 17.));
    double series = 1 / 3. + u * (1 / 5. + u * (1 / 7. + u * (1 / 9. + u * tail)));
    return exponent * LOG_2 + 2 * (t + t * u * series);
  }
}
