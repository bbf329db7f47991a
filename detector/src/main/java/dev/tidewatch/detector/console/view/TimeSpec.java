package dev.tidewatch.detector.console.view;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as it stands in a URL: {@code now}, {@code -7d}, an instant, or a date of the zone. */
final class TimeSpec {
  private static final Pattern AGO = Pattern.compile("-(\\d{1,4})(m|h|d|w)");

  private TimeSpec() {}

  /** Empty when it is no time. */
  static Optional<Instant> read(String text, Instant now, ZoneId zone) {
    if (text.equals("now")) {
      return Optional.of(now);
    }
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return Optional.of(now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
    }
    return instant(text)
        .or(() -> local(text, zone))
        .or(() -> date(text, zone))
        .filter(TimeSpec::isSane);
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }

  private static boolean isSane(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.getEpochSecond() < 32_503_680_000L; // the year 3000
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> date(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
