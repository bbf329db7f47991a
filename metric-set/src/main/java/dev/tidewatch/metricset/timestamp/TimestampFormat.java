package dev.tidewatch.metricset.timestamp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a timestamp reads as text (contract section 5.4). */
public final class TimestampFormat {
  private final String pattern;
  private final DateTimeFormatter formatter;

  private TimestampFormat(String pattern) {
    this.pattern = pattern;
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /**
   * The format of a pattern such as {@code yyyy-MM-dd HH:mm:ss} or {@code UNIX}.
   *
   * @throws IllegalArgumentException when the pattern cannot be read, saying which part of it
   */
  public static TimestampFormat of(String pattern) {
    return new TimestampFormat(pattern);
  }

  public String pattern() {
    return pattern;
  }

  /**
   * The instant a text names; a text without a zone of its own is read in the given one.
   *
   * @throws DateTimeException when the text is not of this format
   */
  public Instant parse(CharSequence text, ZoneId zone) {
    return LocalDateTime.parse(text, formatter).atZone(zone).toInstant();
  }

  /** The text of an instant in the given zone. */
  public String format(Instant instant, ZoneId zone) {
    return formatter.format(instant.atZone(zone));
  }
}
