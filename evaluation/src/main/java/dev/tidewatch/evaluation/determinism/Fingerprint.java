package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

/**
 * What came of an input in another JVM, as a line of text.
 *
 * @param subject which input
 * @param answers how many answers there were
 * @param stateBytes how many bytes of state
 * @param digest of both
 */
record Fingerprint(String subject, int answers, int stateBytes, String digest) {
  Fingerprint {
    requireNonNull(subject, "subject");
    requireNonNull(digest, "digest");
  }

  static Fingerprint of(Subject subject) {
    Outcome outcome = subject.oneByOne();
    return new Fingerprint(
        subject.name(), outcome.answers(), outcome.stateBytes(), outcome.fingerprint());
  }

  String line() {
    return String.join("\t", subject, "" + answers, "" + stateBytes, digest);
  }

  static Fingerprint parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4) {
      throw new IllegalStateException("a JVM said '" + line + "' instead of a fingerprint");
    }
    return new Fingerprint(
        parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]);
  }
}
