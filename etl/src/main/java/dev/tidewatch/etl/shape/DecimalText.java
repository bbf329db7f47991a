package dev.tidewatch.etl.shape;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A number as text, of any length and with an exponent, taken apart in time linear in its length.
 *
 * @param digits its leading significant digits; when digits other than zero were left off, a 1
 *     stands for them at the end, so that rounding sees that there was more
 * @param exponent the power of ten by which the digits are to be multiplied
 * @param magnitude how many digits stand before its point: 10^(magnitude-1) is its first one's
 *     place; 0 for zero
 */
record DecimalText(Kind kind, boolean negative, String digits, long exponent, long magnitude) {
  enum Kind {
    FINITE,
    NOT_FINITE,
    NO_NUMBER
  }

  /** More than the 31 digits of the largest measure and those that decide its rounding. */
  private static final int DIGITS_KEPT = 34;

  private static final int EXPONENT_BOUND = 1_000_000_000;
  private static final int LONGEST_WORD = 9;
  private static final Set<String> NOT_FINITE_WORDS =
      Set.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
  private static final DecimalText NO_NUMBER = ofKind(Kind.NO_NUMBER);

  private static DecimalText ofKind(Kind kind) {
    return new DecimalText(kind, false, "", 0, 0);
  }

  static DecimalText of(byte[] text, int from, int to) {
    int first = from;
    int end = to;
    while (first < end && isBlank(text[first])) {
      first++;
    }
    while (first < end && isBlank(text[end - 1])) {
      end--;
    }
    return isNotFinite(text, first, end)
        ? ofKind(Kind.NOT_FINITE)
        : new Reading(text, first, end).read();
  }

  static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }

  private static boolean isNotFinite(byte[] text, int from, int to) {
    return to - from <= LONGEST_WORD
        && NOT_FINITE_WORDS.contains(
            new String(text, from, to - from, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT));
  }

  /** The value, but for digits that were left off. */
  BigDecimal value() {
    if (digits.isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigInteger unscaled = new BigInteger(digits);
    return new BigDecimal(negative ? unscaled.negate() : unscaled, Math.toIntExact(-exponent));
  }

  /** One text on its way to a number. */
  private static final class Reading {
    private final byte[] text;
    private final int end;
    private final StringBuilder kept = new StringBuilder(DIGITS_KEPT + 1);
    private int at;
    private boolean anyDigit;
    private boolean moreLeftOff;

    /** The power of ten of the last digit kept. */
    private long place;

    Reading(byte[] text, int from, int to) {
      this.text = text;
      this.at = from;
      this.end = to;
    }

    DecimalText read() {
      boolean negative = sign();
      digits(false);
      if (at < end && text[at] == '.') {
        at++;
        digits(true);
      }
      if (!anyDigit || !exponent() || at < end) {
        return NO_NUMBER;
      }
      if (kept.length() == 0) {
        return new DecimalText(Kind.FINITE, negative, "", 0, 0);
      }
      long magnitude = kept.length() + place;
      if (moreLeftOff) {
        kept.append('1');
        place--;
      }
      return new DecimalText(Kind.FINITE, negative, kept.toString(), place, magnitude);
    }

    private boolean sign() {
      if (at < end && (text[at] == '-' || text[at] == '+')) {
        return text[at++] == '-';
      }
      return false;
    }

    private void digits(boolean afterPoint) {
      for (; at < end && isDigit(text[at]); at++) {
        anyDigit = true;
        if (kept.length() == DIGITS_KEPT) {
          moreLeftOff |= text[at] != '0';
          place += afterPoint ? 0 : 1;
        } else {
          if (kept.length() > 0 || text[at] != '0') {
            kept.append((char) text[at]);
          }
          place -= afterPoint ? 1 : 0;
        }
      }
    }

    private boolean exponent() {
      if (at == end || (text[at] | 0x20) != 'e') {
        return true;
      }
      at++;
      boolean negative = sign();
      int digitsFrom = at;
      long exponent = 0;
      for (; at < end && isDigit(text[at]); at++) {
        exponent = Math.min(EXPONENT_BOUND, exponent * 10 + text[at] - '0');
      }
      place += negative ? -exponent : exponent;
      return at > digitsFrom;
    }

    private static boolean isDigit(byte character) {
      return character >= '0' && character <= '9';
    }
  }
}
