package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Where a job that has no checkpoint yet begins to read a stream. */
public sealed interface StartingPosition {

  /** The oldest record the stream still has. */
  record TrimHorizon() implements StartingPosition {
    @Override
    public String toString() {
      return "TRIM_HORIZON";
    }
  }

  /** What comes in after the job has started. */
  record Latest() implements StartingPosition {
    @Override
    public String toString() {
      return "LATEST";
    }
  }

  /** The first record that the stream took at this instant or later. */
  record At(Instant instant) implements StartingPosition {
    public At {
      requireNonNull(instant, "instant");
    }

    @Override
    public String toString() {
      return instant.toString();
    }
  }

  /**
   * Reads {@code TRIM_HORIZON}, {@code LATEST}, or an instant with its offset such as {@code
   * 2026-11-20T10:00:00Z}; empty when the text is none of them.
   */
  static Optional<StartingPosition> parse(String text) {
    return switch (text) {
      case "TRIM_HORIZON" -> Optional.of(new TrimHorizon());
      case "LATEST" -> Optional.of(new Latest());
      default -> parseInstant(text);
    };
  }

  private static Optional<StartingPosition> parseInstant(String text) {
    try {
      return Optional.of(new At(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }
}
