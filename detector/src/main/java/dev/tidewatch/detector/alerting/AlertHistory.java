package dev.tidewatch.detector.alerting;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What alerts told, or could not, or were kept from. */
public final class AlertHistory {
  /** Before this nothing was left out: the first page. */
  public static final long NEWEST = Long.MAX_VALUE;

  private AlertHistory() {}

  /**
   * Of one alert, the newest first.
   *
   * @param before the id of the last event of the page before; {@link #NEWEST} for the first page
   */
  public static List<AlertEvent> of(Handle handle, long alert, long before, int most) {
    return AlertEvents.newest(handle, alert, before, most);
  }

  /** Of one group, by all alerts, in the order of decision. */
  public static List<AlertEvent> ofGroup(Handle handle, String group) {
    return AlertEvents.ofGroup(handle, group);
  }

  /** One event, by what receivers recognise it by. */
  public static Optional<AlertEvent> find(Handle handle, String eventId) {
    return AlertEvents.find(handle, eventId);
  }
}
