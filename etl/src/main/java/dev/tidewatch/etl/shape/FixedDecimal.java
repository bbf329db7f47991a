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
      throw tooLarge();
    }
    return new FixedDecimal(unscaled.shiftRight(64).longValue(), unscaled.longValue());
  }

  /**
   * @throws ArithmeticException when the sum has more than 23 digits before its point
   */
  public FixedDecimal plus(FixedDecimal other) {
    long sumLow = low + other.low;
    return new FixedDecimal(sumHigh(high, other.high, low, sumLow), sumLow);
  }

  /**
   * The upper half of a sum of which the lower half was added before.
   *
   * @param low the lower half of one of the two numbers
   * @param sumLow the lower half of the sum
   */
  static long sumHigh(long leftHigh, long rightHigh, long low, long sumLow) {
    long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
    long sum = leftHigh + rightHigh + carry;
    if (((leftHigh ^ sum) & (rightHigh ^ sum)) < 0) {
      throw tooLarge();
    }
    return sum;
  }

  private static ArithmeticException tooLarge() {
    return new ArithmeticException("the sum has more than 23 digits before its point");
  }

  /** The number, rounded half to even to this many decimals, at most {@value #SCALE}. */
  public BigDecimal rounded(int decimals) {
    return toBigDecimal().setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /** The number divided, rounded half to even once, to this many decimals. */
  public BigDecimal dividedBy(long divisor, int decimals) {
    return toBigDecimal().divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_EVEN);
  }

  /** The number {@linkplain #rounded rounded}, without an exponent. */
  public String toPlainString(int decimals) {
    return rounded(decimals).toPlainString();
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
