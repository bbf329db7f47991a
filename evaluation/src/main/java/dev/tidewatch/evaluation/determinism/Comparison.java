package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

/**
 * Outcomes compared with each other.
 *
 * @param what in which way they were had
 * @param subjects how many inputs
 * @param answers answers compared
 * @param answersUnlike of these, how many were not the same
 * @param bytes bytes of state compared
 * @param bytesUnlike of these, how many were not the same
 */
record Comparison(
    String what, long subjects, long answers, long answersUnlike, long bytes, long bytesUnlike) {
  Comparison {
    requireNonNull(what, "what");
  }

  static Comparison none(String what) {
    return new Comparison(what, 0, 0, 0, 0, 0);
  }

  Comparison plus(Outcome one, Outcome other) {
    return new Comparison(
        what,
        subjects + 1,
        answers + one.answers(),
        answersUnlike + one.answersUnlike(other),
        bytes + one.stateBytes(),
        bytesUnlike + one.bytesUnlike(other));
  }

  Comparison plus(Fingerprint one, Fingerprint other) {
    boolean same = one.equals(other);
    return new Comparison(
        what,
        subjects + 1,
        answers + one.answers(),
        answersUnlike + (same ? 0 : one.answers()),
        bytes + one.stateBytes(),
        bytesUnlike + (same ? 0 : one.stateBytes()));
  }

  boolean alike() {
    return answersUnlike == 0 && bytesUnlike == 0;
  }
}
