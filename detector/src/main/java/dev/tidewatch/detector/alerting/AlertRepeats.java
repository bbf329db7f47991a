package dev.tidewatch.detector.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Has what an alert told of a group sent again because somebody wants it: the same message under an
 * event id of its own. It goes the way of every event, and no mute keeps it.
 */
public final class AlertRepeats {
  private AlertRepeats() {}

  /** What can be repeated of a group: of each alert its newest event, unless one is on its way. */
  public static List<AlertEvent> possible(List<AlertEvent> events) {
    return events.stream()
        .filter(event -> isNewest(event, events) && !waits(event, events))
        .toList();
  }

  private static boolean isNewest(AlertEvent event, List<AlertEvent> events) {
    return events.stream()
        .noneMatch(other -> other.alert() == event.alert() && other.id() > event.id());
  }

  private static boolean waits(AlertEvent event, List<AlertEvent> events) {
    return events.stream()
        .anyMatch(other -> other.alert() == event.alert() && other.state() == EventState.PENDING);
  }

  /**
   * Writes it down; it is sent within seconds.
   *
   * @param event one that is {@link #possible} for the group
   * @return what is repeated; empty when it cannot be
   */
  public static Optional<AlertEvent> add(Handle handle, String group, long event, Instant now) {
    Optional<AlertEvent> told =
        possible(AlertEvents.ofGroup(handle, group)).stream()
            .filter(each -> each.id() == event)
            .findFirst();
    told.ifPresent(
        each ->
            AlertEvents.insert(
                handle,
                each.alert(),
                each.content().under(EventIds.repeated(each.content().eventId(), now)),
                EventState.PENDING,
                now));
    return told;
  }
}
