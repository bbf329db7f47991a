package dev.tidewatch.detector.health;

import java.util.Optional;

/** A part of the server that can say whether it is well. */
public interface HealthCheck {
  /** Such as {@code database}. */
  String name();

  /** What is wrong, in a sentence anybody may read; empty when the part is well. */
  Optional<String> trouble();
}
