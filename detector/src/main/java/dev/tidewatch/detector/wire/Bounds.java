package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** From the least to the most, both allowed. */
record Bounds(BigDecimal least, BigDecimal most) {

  static Bounds any() {
    return new Bounds(BigDecimal.valueOf(-Double.MAX_VALUE), BigDecimal.valueOf(Double.MAX_VALUE));
  }

  static Bounds numbers(JsonNode shape, double least, double most) {
    return new Bounds(
        BigDecimal.valueOf(shape.path("min").asDouble(least)),
        BigDecimal.valueOf(shape.path("max").asDouble(most)));
  }

  boolean allow(BigDecimal value) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  boolean allow(int value) {
    return allow(BigDecimal.valueOf(value));
  }

  /**
   * As one says it: {@code between 1 and 63}, or {@code at least 1} where there is no upper end.
   */
  String inWords() {
    if (most.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0
        && least.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) > 0) {
      return "at least " + plain(least);
    }
    return "between " + plain(least) + " and " + plain(most);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
