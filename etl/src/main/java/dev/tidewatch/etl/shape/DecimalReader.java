package dev.tidewatch.etl.shape;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Reads decimal numbers from ASCII text into 128 bits, as {@link FixedDecimal} keeps them: sign,
 * digits, fraction, exponent, with blanks around. To be used by one thread.
 *
 * <p>Numbers of up to 18 significant digits without an exponent are read in longs, since this runs
 * for every measure of every record; all others by {@link BigDecimal}.
 */
final class DecimalReader {
  enum Outcome {
    NUMBER,
    NO_NUMBER,
    /** NaN, or an infinity. */
    NOT_FINITE,
    /** Beyond 10^15, the largest measure (contract section 5.3). */
    OUT_OF_RANGE
  }

  private static final int FAST_DIGITS = 18;
  private static final long[] POWERS_OF_TEN = powersOfTen();

  /** 10^15 times 10^15, the largest measure as it is kept. */
  private static final BigInteger LARGEST = BigInteger.TEN.pow(2 * FixedDecimal.SCALE);

  private static final long LARGEST_HIGH = LARGEST.shiftRight(64).longValue();
  private static final long LARGEST_LOW = LARGEST.longValue();

  private long high;
  private long low;

  private static long[] powersOfTen() {
    long[] powers = new long[FAST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** The upper half of the number that was read. */
  long high() {
    return high;
  }

  /** The lower half of the number that was read. */
  long low() {
    return low;
  }

  /** Reads the text from one index to before another. */
  Outcome read(byte[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (negative) {
      at++;
    }
    int digitsFrom = at;
    int pointAt = -1;
    int digits = 0;
    long mantissa = 0;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        if (digits == FAST_DIGITS) {
          return readSlowly(text, from, to);
        }
        mantissa = mantissa * 10 + digit;
        digits += mantissa == 0 ? 0 : 1;
      } else if (text[at] == '.' && pointAt < 0) {
        pointAt = at;
      } else {
        return readSlowly(text, from, to);
      }
    }
    int decimals = pointAt < 0 ? 0 : to - pointAt - 1;
    if (to - digitsFrom == (pointAt < 0 ? 0 : 1)) {
      return Outcome.NO_NUMBER;
    }
    return keep(mantissa, FixedDecimal.SCALE - decimals, negative);
  }

  /** Keeps the number mantissa times 10^shift, in units of 10^-15. */
  private Outcome keep(long mantissa, int shift, boolean negative) {
    if (shift >= 0) {
      high = Math.multiplyHigh(mantissa, POWERS_OF_TEN[shift]);
      low = mantissa * POWERS_OF_TEN[shift];
    } else {
      high = 0;
      low = -shift > FAST_DIGITS ? 0 : divideHalfEven(mantissa, POWERS_OF_TEN[-shift]);
    }
    if (high > LARGEST_HIGH
        || (high == LARGEST_HIGH && Long.compareUnsigned(low, LARGEST_LOW) > 0)) {
      return Outcome.OUT_OF_RANGE;
    }
    if (negative) {
      low = -low;
      high = low == 0 ? -high : ~high;
    }
    return Outcome.NUMBER;
  }

  private static long divideHalfEven(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long twiceRest = (dividend - quotient * divisor) * 2;
    boolean up = twiceRest > divisor || (twiceRest == divisor && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }

  private Outcome readSlowly(byte[] text, int from, int to) {
    DecimalText number = DecimalText.of(text, from, to);
    return switch (number.kind()) {
      case NO_NUMBER -> Outcome.NO_NUMBER;
      case NOT_FINITE -> Outcome.NOT_FINITE;
      case FINITE ->
          number.magnitude() > FixedDecimal.SCALE + 1 ? Outcome.OUT_OF_RANGE : keep(number);
    };
  }

  private Outcome keep(DecimalText number) {
    BigInteger unscaled =
        number.magnitude() < -FixedDecimal.SCALE
            ? BigInteger.ZERO
            : number.value().setScale(FixedDecimal.SCALE, RoundingMode.HALF_EVEN).unscaledValue();
    if (unscaled.abs().compareTo(LARGEST) > 0) {
      return Outcome.OUT_OF_RANGE;
    }
    high = unscaled.shiftRight(64).longValue();
    low = unscaled.longValue();
    return Outcome.NUMBER;
  }
}
