package dev.tidewatch.setup.blueprint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a detector once everything it needs is there. */
public enum Activation {
  /** It runs on, interval by interval. */
  CONTINUOUS,
  /** It runs once over its history, and stays as it is. */
  BACKTEST,
  /** It is left as it was made; somebody else will activate it. */
  NONE;

  /** The word of the file: {@code continuous}, {@code backtest} or {@code none}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Activation> parse(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
