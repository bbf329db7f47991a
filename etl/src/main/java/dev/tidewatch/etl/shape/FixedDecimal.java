package dev.tidewatch.etl.shape;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A decimal number kept to {@value #SCALE} decimals in 128 bits, so that sums are exact whatever
 * their order.
 *
 * @param high the upper 64 bits of the number times 10^15, two's complement
 * @param low the lower 64 bits
 */
public record FixedDecimal(long high, long low) implements Serializable {
  /** Decimals kept. What a record has beyond is rounded half to even when it is read. */
  public static final int SCALE = 15;

  public static final FixedDecimal ZERO = new FixedDecimal(0, 0);

  /**
   * @throws ArithmeticException when the number has more than 23 digits before its point
   */
  public static FixedDecimal of(BigDecimal number) {
    return ofUnscaled(number.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue());
  }

  private static FixedDecimal ofUnscaled(BigInteger unscaled) {
    if (unscaled.bitLength() > 127) {
      throw new ArithmeticException("the sum has more than 23 digits before its point");
    }
    return new FixedDecimal(unscaled.shiftRight(64).longValue(), unscaled.longValue());
  }

  /**
   * @throws ArithmeticException when the sum has more than 23 digits before its point
   */
  public FixedDecimal plus(FixedDecimal other) {
    long sumLow = low + other.low;
    long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
    return new FixedDecimal(Math.addExact(Math.addExact(high, other.high), carry), sumLow);
  }

  /** The number, exactly. */
  public BigDecimal toBigDecimal() {
    BigInteger unscaled =
        BigInteger.valueOf(high)
            .shiftLeft(64)
            .add(
                BigInteger.valueOf(low).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)));
    return new BigDecimal(unscaled, SCALE);
  }
}
