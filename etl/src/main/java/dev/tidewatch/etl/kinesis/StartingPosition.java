package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a query without a checkpoint begins.
 *
 * @param time when the first record to read arrived; null unless the kind is {@link Kind#TIMESTAMP}
 */
record StartingPosition(Kind kind, @Nullable Instant time) {
  enum Kind {
    EARLIEST,
    LATEST,
    TIMESTAMP
  }

  static final StartingPosition EARLIEST = new StartingPosition(Kind.EARLIEST, null);
  static final StartingPosition LATEST = new StartingPosition(Kind.LATEST, null);

  static StartingPosition at(Instant time) {
    return new StartingPosition(Kind.TIMESTAMP, requireNonNull(time, "time"));
  }

  /**
   * @throws IllegalArgumentException when the text names no position
   */
  static StartingPosition parse(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "TRIM_HORIZON", "EARLIEST" -> EARLIEST;
      case "LATEST" -> LATEST;
      default -> at(parseTime(text.strip()));
    };
  }

  private static Instant parseTime(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no starting position: use TRIM_HORIZON, LATEST or a time such as"
              + " 2026-11-20T08:00:00Z",
          e);
    }
  }

  Instant requireTime() {
    return requireNonNull(time, "time");
  }
}
