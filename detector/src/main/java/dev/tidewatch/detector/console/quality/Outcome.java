package dev.tidewatch.detector.console.quality;

import dev.tidewatch.detector.console.detectors.StatusWords;

/** What the run of an interval came to. */
public enum Outcome {
  COMPLETE("✓", "Complete", "ok"),
  /** Nothing was read: no folder, no file, or none that could be opened. */
  MISSING("✕", "Missing", "wrong"),
  /** Records were read, and none could be used. */
  FAILED("✕", "Failed", "wrong"),
  WAITING("…", "Waiting for the source", "quiet");

  private final String icon;
  private final String word;
  private final String tone;

  Outcome(String icon, String word, String tone) {
    this.icon = icon;
    this.word = word;
    this.tone = tone;
  }

  public StatusWords words() {
    return new StatusWords(icon, word, tone, "");
  }

  /**
   * @param status in the log
   * @param records read
   */
  static Outcome of(String status, double records) {
    return switch (status) {
      case "COMPLETED" -> COMPLETE;
      case "IN_PROGRESS", "PENDING" -> WAITING;
      default -> records > 0 ? FAILED : MISSING;
    };
  }
}
