package dev.tidewatch.scoring;

import static java.util.Objects.requireNonNull;

/**
 * That a measure causes another, as the user knows.
 *
 * @param cause the name of a measure
 * @param effect the name of a measure
 */
public record DeclaredCause(String cause, String effect) {
  public DeclaredCause {
    requireNonNull(cause, "cause");
    requireNonNull(effect, "effect");
    if (cause.equals(effect)) {
      throw new IllegalArgumentException("a measure does not cause itself, not even " + cause);
    }
  }
}
