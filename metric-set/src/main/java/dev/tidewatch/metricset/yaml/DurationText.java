package dev.tidewatch.metricset.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 90s}, {@code 2m}, {@code 1h}, {@code 1d}, {@code PT2M}.
 */
public final class DurationText {
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([smhd])");

  private DurationText() {}

  /** The duration; empty when the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException noDuration) {
      return Optional.empty();
    }
  }
}
