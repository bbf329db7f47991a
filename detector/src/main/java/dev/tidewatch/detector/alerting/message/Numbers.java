package dev.tidewatch.detector.alerting.message;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as people read them: thousands separated by commas, as many decimals as four figures
 * need.
 */
public final class Numbers {
  private static final int FIGURES = 4;
  private static final double LARGEST = 1e15;
  private static final double SMALLEST = 1e-6;
  private static final double MOST_PERCENT = 9_999;

  private Numbers() {}

  /** {@code 4,210}, {@code 148.5}, {@code 0.01234}; what nobody knows is {@code unknown}. */
  public static String value(double number) {
    return text(number, FIGURES);
  }

  /** With three figures and a tilde: {@code ~10,900}. */
  public static String about(double number) {
    return Double.isFinite(number)
        ? "~"
            + text(
                new BigDecimal(number).round(new MathContext(FIGURES - 1)).doubleValue(), FIGURES)
        : "unknown";
  }

  private static String text(double number, int figures) {
    if (!Double.isFinite(number)) {
      return "unknown";
    }
    double size = Math.abs(number);
    if (size >= LARGEST || (size < SMALLEST && size > 0)) {
      return format("0.###E0").format(number);
    }
    int before = size < 1 ? 0 : (int) Math.floor(Math.log10(size)) + 1;
    int zeros = size < 1 && size > 0 ? -(int) Math.floor(Math.log10(size)) - 1 : 0;
    DecimalFormat format = format("#,##0");
    format.setMaximumFractionDigits(Math.max(0, figures - before + zeros));
    String text = format.format(number);
    return text.equals("-0") ? "0" : text;
  }

  /** {@code -62}, without a sign when positive; empty when nobody knows. */
  public static String percent(double percent) {
    if (!Double.isFinite(percent)) {
      return "";
    }
    if (Math.abs(percent) > MOST_PERCENT) {
      return percent < 0 ? "-9,999" : "9,999";
    }
    String text = format(Math.abs(percent) < 1 ? "0.#" : "#,##0").format(percent);
    return text.equals("-0") ? "0" : text;
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
