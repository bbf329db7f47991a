package dev.tidewatch.detector.alerting.message;

import dev.tidewatch.scoring.series.Direction;

/** What happened, in one plain sentence: {@code Revenue fell 62 % below expected}. */
public final class HeadlineWords {
  private HeadlineWords() {}

  /**
   * @param measure its name, as it may be shown
   * @param percent by how many of what was expected the value differs; NaN when nobody knows
   */
  public static String of(String measure, Direction direction, double percent) {
    boolean above = direction == Direction.ABOVE;
    String size = Numbers.percent(Math.abs(percent));
    return "%s %s %s%s expected"
        .formatted(
            capital(measure),
            above ? "rose" : "fell",
            size.isEmpty() ? "" : size + " % ",
            above ? "above" : "below");
  }

  /** A name at the beginning of a sentence: {@code Revenue}. */
  public static String capital(String name) {
    return name.isEmpty()
        ? name
        : Character.toString(Character.toUpperCase(name.codePointAt(0)))
            + name.substring(name.offsetByCodePoints(0, 1));
  }
}
