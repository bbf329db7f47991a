package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import java.util.List;

/**
 * What an alert told of one group so far.
 *
 * @param opened whether the rule was met before, muted or not
 * @param heard whether anything of it was not muted
 * @param ended whether its end was told
 * @param highest the highest class told, muted or not
 */
public record Told(boolean opened, boolean heard, boolean ended, SeverityClass highest) {
  public static final Told NOTHING = new Told(false, false, false, SeverityClass.NONE);

  public Told {
    requireNonNull(highest, "highest");
  }

  /** One event that was told, or would have been but for a mute. */
  record Event(EventKind kind, SeverityClass severityClass, boolean muted) {}

  static Told of(List<Event> events) {
    return new Told(
        events.stream().anyMatch(event -> event.kind() == EventKind.OPENED),
        events.stream().anyMatch(event -> !event.muted()),
        events.stream().anyMatch(event -> event.kind() == EventKind.ENDED),
        events.stream()
            .map(Event::severityClass)
            .reduce(SeverityClass.NONE, (one, other) -> one.compareTo(other) >= 0 ? one : other));
  }
}
