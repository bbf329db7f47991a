package dev.tidewatch.metricset.timestamp;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How a timestamp reads as text (contract section 5.4).
 *
 * <p>Patterns use the letters of {@link java.time.format.DateTimeFormatter}: {@code yyyy MM dd HH
 * mm ss}, {@code hh} with {@code a} (in any case), month names, a zone ({@code X}, {@code XXX},
 * {@code Z}, {@code VV} …), text in single quotes. Other than there,
 *
 * <ul>
 *   <li>{@code DD} is the day of the month;
 *   <li>a fraction after {@code ss}, written {@code .s}, {@code .SSS} or the like, may be missing
 *       from a text or have any number of digits up to nine, so {@code yyyy-MM-dd HH:mm:ss.s} reads
 *       {@code 2021-06-02 22:35:07.0};
 *   <li>a pattern without a time of day means the start of the day;
 *   <li>{@code UNIX} is epoch time: milliseconds above 94,694,400,000, else seconds, either with a
 *       fraction.
 * </ul>
 *
 * <p>Reading is strict: 30 February, 24:00 and a 60th second are refused, and so are spaces around
 * a text. A local time that the clock skips is read as if the clock had not been changed yet, so it
 * comes out later by what was skipped; of one that the clock shows twice the earlier is meant.
 *
 * <p>Immutable. Two formats are equal when they have the same pattern.
 */
public final class TimestampFormat {
  /** The pattern of epoch time. */
  public static final String UNIX = "UNIX";

  /** What {@link TimestampReader#epochMillis} answers for texts that are not of the format. */
  public static final long NOT_A_TIMESTAMP = Long.MIN_VALUE;

  /** The longest pattern a detector accepts. */
  public static final int MAX_LENGTH = 63;

  private final String pattern;
  private final TimestampSyntax syntax;

  private TimestampFormat(String pattern, TimestampSyntax syntax) {
    this.pattern = pattern;
    this.syntax = syntax;
  }

  /**
   * The format of a pattern such as {@code yyyy-MM-dd HH:mm:ss} or {@code UNIX}.
   *
   * @throws IllegalArgumentException when the pattern cannot be read, saying which part of it
   */
  public static TimestampFormat of(String pattern) {
    requireNonNull(pattern, "pattern");
    if (pattern.isBlank() || pattern.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a timestamp format has 1 to "
              + MAX_LENGTH
              + " characters, '"
              + pattern
              + "' has "
              + pattern.length());
    }
    return new TimestampFormat(
        pattern, pattern.equals(UNIX) ? new UnixSyntax() : PatternSyntax.of(pattern));
  }

  public String pattern() {
    return pattern;
  }

  /** Whether texts are fine enough to tell intervals of this length apart. */
  public boolean determines(IntervalLength length) {
    return length.duration().compareTo(syntax.precision()) >= 0;
  }

  /**
   * The instant a text names; a text without a zone of its own is read in the given one.
   *
   * @throws DateTimeException when the text is not of this format
   */
  public Instant parse(CharSequence text, ZoneId zone) {
    return syntax.parse(text.toString(), zone);
  }

  /** The text of an instant in the given zone, cut down to what the pattern shows. */
  public String format(Instant instant, ZoneId zone) {
    return syntax.format(instant, zone);
  }

  /** A reader of texts as bytes, made for millions of them a second. */
  public TimestampReader reader(ZoneId zone) {
    return syntax.reader(zone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimestampFormat that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
