package dev.tidewatch.detector.console.dataset;

/** What a look at an interval's data came to. */
public enum Verdict {
  FOUND("✓", "found", "ok"),
  /** Nothing happened in it, says the job that writes the data. */
  EMPTY("✓", "empty, rightly", "ok"),
  /** It is there now, but was not when the detector read it. */
  LATE("◔", "late", "wrong"),
  MISSING("✕", "missing", "wrong"),
  HEADER("✕", "bad header", "wrong"),
  UNREADABLE("✕", "not readable", "wrong"),
  UNUSABLE("✕", "records not usable", "wrong"),
  /** The source did not answer. */
  UNKNOWN("?", "not known", "wrong"),
  /** The check took too long. */
  SKIPPED("…", "not looked at", "quiet");

  private final String icon;
  private final String word;
  private final String tone;

  Verdict(String icon, String word, String tone) {
    this.icon = icon;
    this.word = word;
    this.tone = tone;
  }

  public String icon() {
    return icon;
  }

  public String word() {
    return word;
  }

  public String tone() {
    return tone;
  }
}
