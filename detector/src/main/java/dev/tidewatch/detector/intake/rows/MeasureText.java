package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.text.Field;

/**
 * Reads the numbers of measures (contract section 5.3): plain decimals, with an exponent if need
 * be, and a sign. No names for infinity, no separators of thousands, no other digits than ASCII's.
 */
public final class MeasureText {
  /** The largest number a measure may be. */
  public static final double LARGEST = 1e15;

  /** What {@link #read} answers when the text is no number. */
  public static final double NOT_A_NUMBER = Double.NaN;

  private static final int LONGEST = 400;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
  }

  private MeasureText() {}

  /** The number a text is, or {@link #NOT_A_NUMBER}; infinite when no number is that large. */
  public static double read(Field text) {
    int length = text.length();
    int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int first = at;
    long digits = 0;
    int significant = 0;
    int decimals = 0;
    boolean afterPoint = false;
    int count = 0;
    for (; at < length; at++) {
      char character = text.charAt(at);
      if (character >= '0' && character <= '9') {
        count++;
        decimals += afterPoint ? 1 : 0;
        significant += significant > 0 || character != '0' ? 1 : 0;
        digits = significant <= EXACT_DIGITS ? digits * 10 + character - '0' : digits;
      } else if (character == '.' && !afterPoint) {
        afterPoint = true;
      } else {
        break;
      }
    }
    if (count == 0 || length > LONGEST) {
      return NOT_A_NUMBER;
    }
    if (at < length || significant > EXACT_DIGITS || decimals >= POWERS_OF_TEN.length) {
      return at == length || isExponent(text, at) ? plusZero(text) : NOT_A_NUMBER;
    }
    // Both are exact, so their quotient is rounded once: the nearest number, as parseDouble has it.
    double number = digits / POWERS_OF_TEN[decimals];
    return first > 0 && text.charAt(0) == '-' && number != 0 ? -number : number;
  }

  private static double plusZero(Field text) {
    return Double.parseDouble(text.toString()) + 0.0;
  }

  private static boolean isExponent(Field text, int from) {
    int at = from + 1;
    if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at == text.length() && at > digits;
  }
}
