package dev.tidewatch.generator.anomaly;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shapes an anomaly has. */
public enum AnomalyKind {
  /** Well above the usual, shortly. */
  SPIKE(10, 60),
  /** Well below the usual, for a while. */
  DIP(15, 180),
  /** Nothing at all. */
  OUTAGE(15, 120),
  /** Higher or lower for hours. */
  LEVEL_SHIFT(360, 1_440),
  /** Away from the usual, more and more, for hours. */
  SLOW_DRIFT(360, 1_440);

  private final int minMinutes;
  private final int maxMinutes;

  AnomalyKind(int minMinutes, int maxMinutes) {
    this.minMinutes = minMinutes;
    this.maxMinutes = maxMinutes;
  }

  int minMinutes() {
    return minMinutes;
  }

  int maxMinutes() {
    return maxMinutes;
  }

  /** How labels and options write it: {@code level-shift}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<AnomalyKind> parse(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
