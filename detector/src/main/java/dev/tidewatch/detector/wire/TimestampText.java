package dev.tidewatch.detector.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Times as text, the second of the contract's two kinds (section 3.3): written {@code
 * 2026-11-20T10:05Z[UTC]}, seconds only where they are not zero.
 */
public final class TimestampText {
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final int LONGEST = 60;
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2999-12-31T23:59:59.999999999Z");

  private TimestampText() {}

  public static String write(Instant time) {
    return time.atZone(ZONE).toString();
  }

  /** Understands both shapes, with seconds and without, and offsets; anything else is empty. */
  public static Optional<Instant> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.from(DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text));
      return time.isBefore(FIRST) || time.isAfter(LAST) ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
