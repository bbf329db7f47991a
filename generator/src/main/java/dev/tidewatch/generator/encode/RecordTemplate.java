package dev.tidewatch.generator.encode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of one series with gaps for what changes: its timestamp and its measures. Between them
 * stand bytes that were made once.
 */
final class RecordTemplate {
  static final int TIMESTAMP = -1;

  private final byte[][] literals;
  private final int[] gaps;

  private RecordTemplate(List<byte[]> literals, List<Integer> gaps) {
    this.literals = literals.toArray(byte[][]::new);
    this.gaps = gaps.stream().mapToInt(Integer::intValue).toArray();
  }

  void fill(RecordBuffer buffer, byte[] timestamp, long[] unscaled, int[] decimals) {
    for (int i = 0; i < gaps.length; i++) {
      buffer.put(literals[i]);
      int gap = gaps[i];
      if (gap == TIMESTAMP) {
        buffer.put(timestamp);
      } else {
        buffer.putDecimal(unscaled[gap], decimals[gap]);
      }
    }
    buffer.put(literals[gaps.length]);
  }

  /** Puts a template together, from left to right. */
  static final class Builder {
    private final List<byte[]> literals = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    Builder literal(String text) {
      literal.append(text);
      return this;
    }

    Builder literal(char character) {
      literal.append(character);
      return this;
    }

    /** A gap for the timestamp or for the measure of this index. */
    Builder gap(int which) {
      closeLiteral();
      gaps.add(which);
      return this;
    }

    RecordTemplate build() {
      closeLiteral();
      return new RecordTemplate(literals, gaps);
    }

    private void closeLiteral() {
      literals.add(literal.toString().getBytes(StandardCharsets.UTF_8));
      literal.setLength(0);
    }
  }
}
