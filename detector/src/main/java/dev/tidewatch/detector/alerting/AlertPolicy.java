package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.anomaly.GroupChange;
import java.util.Optional;

/**
 * Which of a group's changes people hear of: once when it first meets the rule, once more for every
 * higher class of severity it reaches, once when it is over. So a group gives at most one event an
 * interval and alert. What a mute swallowed is not made up for later; a group of which nothing was
 * heard ends unheard.
 */
public final class AlertPolicy {
  private AlertPolicy() {}

  /** What to tell, if anything. */
  public static Optional<EventKind> decide(AlertRule rule, GroupChange change, Told told) {
    if (!change.after().open()) {
      return told.heard() && !told.ended() ? Optional.of(EventKind.ENDED) : Optional.empty();
    }
    if (told.ended() || !rule.fires(change)) {
      return Optional.empty();
    }
    if (!told.opened()) {
      return Optional.of(EventKind.OPENED);
    }
    SeverityClass now = SeverityClass.of(change.after().told());
    return now.compareTo(told.highest()) > 0 ? Optional.of(EventKind.RAISED) : Optional.empty();
  }
}
