package dev.tidewatch.evaluation.determinism;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What came of feeding an input: a hash of each answer, and the state afterwards. */
final class Outcome {
  private final long[] answers;
  private final byte[] state;

  /**
   * @param answers for each answer in order a hash of all its bits
   * @param state the state, as it would be written to disk
   */
  Outcome(long[] answers, byte[] state) {
    this.answers = answers.clone();
    this.state = state.clone();
  }

  int answers() {
    return answers.length;
  }

  int stateBytes() {
    return state.length;
  }

  /** How many answers of the other are not the same, missing and further ones among them. */
  long answersUnlike(Outcome other) {
    int both = Math.min(answers.length, other.answers.length);
    long unlike = (long) Math.max(answers.length, other.answers.length) - both;
    for (int i = 0; i < both; i++) {
      unlike += answers[i] == other.answers[i] ? 0 : 1;
    }
    return unlike;
  }

  /** How many bytes of the other's state are not the same. */
  long bytesUnlike(Outcome other) {
    int both = Math.min(state.length, other.state.length);
    long unlike = (long) Math.max(state.length, other.state.length) - both;
    for (int i = 0; i < both; i++) {
      unlike += state[i] == other.state[i] ? 0 : 1;
    }
    return unlike;
  }

  /** SHA-256 of answers and state: the same in every JVM. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * answers.length);
      bytes.asLongBuffer().put(answers);
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest(state));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
