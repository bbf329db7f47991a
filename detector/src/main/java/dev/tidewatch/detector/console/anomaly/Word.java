package dev.tidewatch.detector.console.anomaly;

import java.util.Locale;
import java.util.Optional;

/** What people say of an anomaly; the API knows only whether it was relevant. */
public enum Word {
  CONFIRMED("Confirmed", "something was wrong", true),
  EXPECTED("Expected", "known and planned", false),
  FALSE_ALARM("False alarm", "nothing was wrong", false),
  NEW_TREND("New trend", "it stays like this", false);

  private final String label;
  private final String meaning;
  private final boolean relevant;

  Word(String label, String meaning, boolean relevant) {
    this.label = label;
    this.meaning = meaning;
    this.relevant = relevant;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  /** Whether look-alikes shall be told as loudly as before. */
  public boolean isRelevant() {
    return relevant;
  }

  /** As a form sends it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Word> of(String code) {
    for (Word word : values()) {
      if (word.code().equals(code) || word.name().equals(code)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** What an entry says: the API's has only yes or no. */
  static String said(String word, boolean relevant) {
    return of(word).map(Word::label).orElse(relevant ? "Relevant" : "Not relevant");
  }
}
