package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.schedule.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a running detector's data are as new as they can be.
 *
 * @param tone ok, wrong or quiet
 */
public record Freshness(String icon, String words, String tone) {
  private static final Freshness NONE = new Freshness("", "not running", "quiet");

  /**
   * @param running whether intervals are due with the clock
   */
  static Freshness of(
      boolean running, Progress progress, Duration interval, Duration offset, Instant now) {
    if (!running) {
      return NONE;
    }
    if (progress.missing() > 0) {
      return new Freshness("✕", intervals(progress.missing()) + " without data", "wrong");
    }
    Instant due = progress.next().plus(interval).plus(offset);
    long behind = Math.max(0, Duration.between(due, now).dividedBy(interval));
    return behind == 0
        ? new Freshness("✓", "up to date", "ok")
        : new Freshness("✕", intervals(behind) + " behind", "wrong");
  }

  static Freshness none() {
    return NONE;
  }

  private static String intervals(long count) {
    return count + (count == 1 ? " interval" : " intervals");
  }
}
