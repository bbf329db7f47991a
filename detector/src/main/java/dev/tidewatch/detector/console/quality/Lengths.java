package dev.tidewatch.detector.console.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time to the second, where it matters on which side of an offset they are. */
final class Lengths {
  private static final long[] SECONDS = {86_400, 3_600, 60, 1};
  private static final String[] UNITS = {"day", "hour", "minute", "second"};

  private Lengths() {}

  /** {@code 2 minutes 5 seconds}; a part of a second counts as a whole one. */
  static String exact(Duration length) {
    long left = length.plusNanos(999_999_999).toSeconds();
    List<String> parts = new ArrayList<>();
    for (int unit = 0; unit < UNITS.length; unit++) {
      long count = left / SECONDS[unit];
      left -= count * SECONDS[unit];
      if (count > 0) {
        parts.add(count + " " + UNITS[unit] + (count == 1 ? "" : "s"));
      }
    }
    return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
  }
}
