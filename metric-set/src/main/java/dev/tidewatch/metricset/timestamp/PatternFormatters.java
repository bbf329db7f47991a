package dev.tidewatch.metricset.timestamp;

import dev.tidewatch.metricset.timestamp.PatternLetters.Kind;
import dev.tidewatch.metricset.timestamp.PatternLetters.Part;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes {@link DateTimeFormatter}s of a pattern, and says what the pattern lacks. */
final class PatternFormatters {
  private final String pattern;
  private final List<Part> parts;
  private final Set<Character> letters = new HashSet<>();

  PatternFormatters(String pattern, List<Part> parts) {
    this.pattern = pattern;
    this.parts = parts;
    parts.stream()
        .filter(part -> part.kind() == Kind.LETTERS)
        .forEach(part -> letters.add(part.letter()));
    checkComplete();
  }

  private void checkComplete() {
    require(letters.contains('u'), "has no year (yyyy)");
    require(letters.contains('M'), "has no month (MM)");
    require(letters.contains('d'), "has no day (dd)");
    boolean ofHalfDay = letters.contains('h') || letters.contains('K');
    require(!ofHalfDay || letters.contains('a'), "has an hour of half a day (hh) but no AM/PM (a)");
    require(!letters.contains('a') || ofHalfDay, "has AM/PM (a) but no hour of half a day (hh)");
    require(!letters.contains('m') || hasHour(), "has minutes (mm) but no hour (HH)");
    require(
        !letters.contains('s') || letters.contains('m'), "has seconds (ss) but no minutes (mm)");
    require(!letters.contains('S') || letters.contains('s'), "has a fraction (S) but no seconds");
  }

  private boolean hasHour() {
    return letters.contains('H')
        || letters.contains('k')
        || letters.contains('h')
        || letters.contains('K');
  }

  private void require(boolean condition, String flaw) {
    if (!condition) {
      throw new IllegalArgumentException("the timestamp format '" + pattern + "' " + flaw);
    }
  }

  Duration precision() {
    if (letters.contains('s')) {
      return Duration.ofSeconds(1);
    }
    if (letters.contains('m')) {
      return Duration.ofMinutes(1);
    }
    return hasHour() ? Duration.ofHours(1) : Duration.ofDays(1);
  }

  DateTimeFormatter reading() {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    for (Part part : parts) {
      if (part.kind() == Kind.FRACTION) {
        builder
            .optionalStart()
            .appendLiteral(part.text())
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
            .optionalEnd();
      } else {
        append(part, builder);
      }
    }
    return strict(defaulted(builder));
  }

  /** What a pattern does not hold is zero: a date alone is the start of the day. */
  private DateTimeFormatterBuilder defaulted(DateTimeFormatterBuilder builder) {
    if (!hasHour()) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    if (!letters.contains('m')) {
      builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
    }
    if (!letters.contains('s')) {
      builder.parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0);
    }
    return builder;
  }

  DateTimeFormatter writing() {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    for (Part part : parts) {
      if (part.kind() == Kind.FRACTION) {
        builder
            .appendLiteral(part.text())
            .appendFraction(ChronoField.NANO_OF_SECOND, part.width(), part.width(), false);
      } else {
        append(part, builder);
      }
    }
    return strict(builder);
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  private void append(Part part, DateTimeFormatterBuilder builder) {
    if (part.kind() == Kind.LITERAL) {
      builder.appendLiteral(part.text());
      return;
    }
    if (part.letter() == 'u' && part.width() == 4) {
      builder.appendValue(ChronoField.YEAR, 4);
    } else if (part.letter() == 'M' && part.width() == 1) {
      builder.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE);
    } else if (part.letter() == 'd' && part.width() == 1) {
      builder.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE);
    } else {
      appendAsJavaDoes(part, builder);
    }
  }

  private void appendAsJavaDoes(Part part, DateTimeFormatterBuilder builder) {
    String letters = String.valueOf(part.letter()).repeat(part.width());
    if (part.letter() == 'u') {
      require(part.width() == 2, "writes its year with " + part.width() + " letters: use yyyy");
    }
    try {
      builder.parseCaseInsensitive().appendPattern(letters).parseCaseSensitive();
    } catch (IllegalArgumentException tooManyLetters) {
      throw new IllegalArgumentException(
          "'"
              + letters
              + "' in the timestamp format '"
              + pattern
              + "' has no meaning: use "
              + PatternLetters.KNOWN,
          tooManyLetters);
    }
  }
}
