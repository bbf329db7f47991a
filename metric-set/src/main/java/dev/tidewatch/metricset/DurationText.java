package dev.tidewatch.metricset;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 14d}, {@code
 * 250ms}, {@code PT5M}. Metric sets, options and environments all take the same.
 */
public final class DurationText {
  private static final Pattern SHORT =
      Pattern.compile(
          "(?=\\d)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  private DurationText() {}

  /** The duration; empty when the text is none. */
  public static Optional<Duration> parse(String text) {
    String bare = text.strip();
    Matcher matcher = SHORT.matcher(bare);
    if (matcher.matches()) {
      return Optional.of(
          Duration.ofDays(number(matcher, 1))
              .plusHours(number(matcher, 2))
              .plusMinutes(number(matcher, 3))
              .plusSeconds(number(matcher, 4))
              .plusMillis(number(matcher, 5)));
    }
    try {
      return Optional.of(Duration.parse(bare));
    } catch (DateTimeException noDuration) {
      return Optional.empty();
    }
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /**
   * The duration.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Duration read(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is no duration: write 90s, 5m, 1h30m, 14d or PT5M"));
  }

  /**
   * The duration.
   *
   * @throws IllegalArgumentException when the text is none, or none longer than zero
   */
  public static Duration readPositive(String text) {
    Duration duration = read(text);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("'" + text + "' is not longer than zero");
    }
    return duration;
  }
}
