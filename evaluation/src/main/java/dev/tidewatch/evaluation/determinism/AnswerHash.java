package dev.tidewatch.evaluation.determinism;

import dev.tidewatch.scoring.series.PointScore;

/** Hashes answers by the bits of all they say; the same in every JVM. */
final class AnswerHash {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private long hash;

  static long of(PointScore point) {
    AnswerHash hash = new AnswerHash();
    hash.add(point);
    return hash.value();
  }

  void add(PointScore point) {
    add(point.value());
    add(point.expected());
    add(point.lower());
    add(point.upper());
    add(point.score());
    add(point.severity());
    add(point.direction().name());
    add(point.trouble().name());
  }

  void add(double value) {
    add(Double.doubleToLongBits(value));
  }

  void add(String text) {
    add((long) text.hashCode()); // specified: no JVM has another
  }

  void add(long bits) {
    hash = (Long.rotateLeft(hash, 23) ^ bits) * ODD;
    hash ^= hash >>> 29;
  }

  long value() {
    return hash;
  }
}
