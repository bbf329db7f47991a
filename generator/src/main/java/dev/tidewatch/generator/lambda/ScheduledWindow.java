package dev.tidewatch.generator.lambda;

import dev.tidewatch.generator.timeline.Window;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Which stretch of time an invocation stands for: the last full five minutes of the clock before
 * the time it was scheduled for. However late it runs, and when it is repeated, it stands for the
 * same; invocations scheduled five minutes apart leave nothing out and do nothing twice.
 */
final class ScheduledWindow {
  static final Duration LENGTH = Duration.ofMinutes(5);

  private ScheduledWindow() {}

  /**
   * @param event an EventBridge event, whose {@code time} is when it was scheduled; without one the
   *     clock's time counts
   */
  static Window of(Map<String, Object> event, Clock clock) {
    Instant scheduled = event.get("time") instanceof String time ? parse(time) : clock.instant();
    long seconds = scheduled.getEpochSecond();
    Instant end = Instant.ofEpochSecond(seconds - Math.floorMod(seconds, LENGTH.toSeconds()));
    return Window.continued(end.minus(LENGTH), end);
  }

  private static Instant parse(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the event's time '" + time + "' is no instant; write one like 2026-01-01T00:05:00Z", e);
    }
  }
}
