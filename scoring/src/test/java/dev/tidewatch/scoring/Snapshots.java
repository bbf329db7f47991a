package dev.tidewatch.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Writes and reads engines. */
final class Snapshots {
  private Snapshots() {}

  static byte[] of(ScoringEngine engine) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.snapshot(bytes);
    return bytes.toByteArray();
  }

  static ScoringEngine restored(ScoringSettings settings, byte[] bytes) {
    return ScoringEngine.restore(settings, new ByteArrayInputStream(bytes));
  }

  static ScoringEngine restored(ScoringEngine engine) {
    return restored(Shop.settings(), of(engine));
  }
}
