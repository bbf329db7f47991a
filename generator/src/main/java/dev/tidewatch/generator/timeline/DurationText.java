package dev.tidewatch.generator.timeline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 14d}, {@code
 * PT5M}.
 */
public final class DurationText {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private DurationText() {}

  /**
   * @throws IllegalArgumentException when the text is no duration longer than zero
   */
  public static Duration parse(String text) {
    Duration duration = read(text.strip().toLowerCase(Locale.ROOT), text);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("'" + text + "' is not longer than zero");
    }
    return duration;
  }

  private static Duration read(String lower, String text) {
    try {
      Matcher matcher = SHORT.matcher(lower);
      if (!lower.isEmpty() && matcher.matches()) {
        return Duration.ofDays(number(matcher, 1))
            .plusHours(number(matcher, 2))
            .plusMinutes(number(matcher, 3))
            .plusSeconds(number(matcher, 4))
            .plusMillis(number(matcher, 5));
      }
      return Duration.parse(lower);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration; write 90s, 5m, 1h30m, 14d or PT5M", e);
    }
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
