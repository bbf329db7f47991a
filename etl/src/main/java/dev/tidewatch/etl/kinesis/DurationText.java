package dev.tidewatch.etl.kinesis;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code PT10M}, {@code 30s}, {@code 500 ms}, {@code 2 hours}. */
final class DurationText {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\s*([a-z]+)");

  private DurationText() {}

  /**
   * @throws IllegalArgumentException when the text is no duration
   */
  static Duration parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    Matcher amount = AMOUNT.matcher(plain);
    try {
      return amount.matches()
          ? unit(amount.group(2), text).multipliedBy(Long.parseLong(amount.group(1)))
          : Duration.parse(plain);
    } catch (DateTimeException e) {
      throw noDuration(text);
    }
  }

  private static Duration unit(String name, String text) {
    return switch (name) {
      case "ms", "millisecond", "milliseconds" -> Duration.ofMillis(1);
      case "s", "second", "seconds" -> Duration.ofSeconds(1);
      case "m", "min", "minute", "minutes" -> Duration.ofMinutes(1);
      case "h", "hour", "hours" -> Duration.ofHours(1);
      case "d", "day", "days" -> Duration.ofDays(1);
      default -> throw noDuration(text);
    };
  }

  private static IllegalArgumentException noDuration(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no duration: write it as PT10M, 30s or 500ms");
  }
}
