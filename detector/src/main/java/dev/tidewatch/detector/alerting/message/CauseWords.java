package dev.tidewatch.detector.alerting.message;

import dev.tidewatch.scoring.series.Direction;
import java.time.Duration;

/** A cause as people are told: {@code checkout_errors rose 5 minutes earlier (78)}. */
final class CauseWords {
  private static final int NAME = 80;

  private CauseWords() {}

  static String of(ToldCause cause) {
    Direction direction = cause.direction();
    String moved = direction == null ? "moved" : direction == Direction.ABOVE ? "rose" : "fell";
    Double severity = cause.severity();
    return "%s %s %s (%s)"
        .formatted(
            Plain.line(cause.measure(), NAME),
            moved,
            when(cause.earlier()),
            severity == null
                ? "explains %d %%".formatted(Math.round(cause.percent()))
                : String.valueOf((int) Math.floor(severity)));
  }

  private static String when(Duration earlier) {
    if (earlier.isZero()) {
      return "at the same time";
    }
    if (earlier.toHours() >= 48) {
      return earlier.toDays() + " days earlier";
    }
    if (earlier.toMinutes() >= 120) {
      return earlier.toHours() + " hours earlier";
    }
    long minutes = earlier.toMinutes();
    return minutes + (minutes == 1 ? " minute earlier" : " minutes earlier");
  }
}
