package dev.tidewatch.detector.console.words;

import dev.tidewatch.detector.alerting.message.SeverityClass;

/**
 * A severity as it is shown: a number, a word and a shape, never a colour alone.
 *
 * @param score 0 to 100
 */
public record Severity(double score) {
  /** The whole number people see: a threshold of 50 shows nothing as 49. */
  public int number() {
    return (int) Math.floor(score);
  }

  public String word() {
    return SeverityClass.of(score).word();
  }

  public String shape() {
    return switch (SeverityClass.of(score)) {
      case CRITICAL -> "▲";
      case MAJOR -> "◆";
      case MINOR -> "●";
      case WARNING -> "○";
      case NONE -> "·";
    };
  }
}
