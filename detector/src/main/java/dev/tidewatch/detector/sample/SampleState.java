package dev.tidewatch.detector.sample;

import static java.util.Objects.requireNonNull;

/**
 * How far the sample data are.
 *
 * @param words a sentence for people
 * @param fraction of the way to what is wished, 0 to 1
 */
public record SampleState(Kind kind, String words, double fraction) {
  /** What one may do next hangs on it. */
  public enum Kind {
    /** They can be loaded. */
    ABSENT,
    /** They are being loaded. */
    LOADING,
    /** They are there, and go on. */
    READY,
    /** Something is in the way; the words say what. It is tried again. */
    STUCK,
    /** They are being taken away. */
    REMOVING
  }

  public SampleState {
    requireNonNull(kind, "kind");
    requireNonNull(words, "words");
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("a fraction is 0 to 1, not " + fraction);
    }
  }
}
