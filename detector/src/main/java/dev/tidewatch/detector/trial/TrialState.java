package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a trial is.
 *
 * @param name of the detector that tries it
 * @param words what it does, or why it failed
 * @param done how many intervals are learnt or scored
 * @param all of how many; 0 while history is read
 * @param left how long the rest takes, as far as one can tell
 */
public record TrialState(
    String name,
    TrialDraft draft,
    Phase phase,
    String words,
    int done,
    int all,
    Optional<Duration> left,
    Instant begun) {
  /** What one may do with it. */
  public enum Phase {
    RUNNING,
    DONE,
    FAILED,
    /** It is being deleted. */
    ENDING
  }

  public TrialState {
    requireNonNull(name, "name");
    requireNonNull(draft, "draft");
    requireNonNull(phase, "phase");
    requireNonNull(words, "words");
    requireNonNull(left, "left");
    requireNonNull(begun, "begun");
  }
}
