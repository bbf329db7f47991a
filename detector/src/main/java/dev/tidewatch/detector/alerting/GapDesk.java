package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.DataGap;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.Period;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Tells that data are missing, which the original never did: all alerts of a detector say so once
 * when several intervals in a row brought none, and once when there are data again. A detector that
 * never had data is silent: nobody has set it up yet.
 */
final class GapDesk {
  private final ResourceNames names;
  private final ConsoleLinks links;
  private final int limit;

  GapDesk(ResourceNames names, ConsoleLinks links, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("data are missing after 1 interval or more, not " + limit);
    }
    this.names = names;
    this.links = links;
    this.limit = limit;
  }

  /**
   * An interval brought no data.
   *
   * @param missing how many in a row by now, from 1
   * @param reason what was wrong
   */
  void missing(
      Handle handle, long detector, Interval interval, int missing, String reason, Instant now) {
    if (missing != limit || !hadData(handle, detector)) {
      return;
    }
    WatchedDetector watched = WatchedDetector.find(handle, detector, names);
    Period period = period(watched, interval, missing, true);
    for (AlertRule rule : AlertDesk.rules(handle, detector, names)) {
      tell(
          handle, watched, rule, EventKind.DATA_MISSING, period, new DataGap(missing, reason), now);
    }
  }

  /**
   * An interval brought data again: who was told that they are missing hears so.
   *
   * @param missing how many in a row did not
   */
  void back(Handle handle, long detector, Interval interval, int missing, Instant now) {
    List<AlertRule> told =
        AlertDesk.rules(handle, detector, names).stream()
            .filter(rule -> AlertEvents.toldMissing(handle, rule.id()))
            .toList();
    if (told.isEmpty()) {
      return;
    }
    WatchedDetector watched = WatchedDetector.find(handle, detector, names);
    Period period = period(watched, interval, missing + 1, false);
    for (AlertRule rule : told) {
      tell(handle, watched, rule, EventKind.DATA_BACK, period, new DataGap(missing, ""), now);
    }
  }

  private static boolean hadData(Handle handle, long detector) {
    return handle
        .createQuery("SELECT count(*) FROM progress WHERE detector = ? AND learnt > 0")
        .bind(0, detector)
        .mapTo(Boolean.class)
        .one();
  }

  private static Period period(
      WatchedDetector detector, Interval last, int intervals, boolean open) {
    Interval first = last;
    for (int back = 1; back < intervals; back++) {
      first = detector.calendar().before(first);
    }
    return new Period(first.start(), last.start(), last.end(), open);
  }

  private void tell(
      Handle handle,
      WatchedDetector detector,
      AlertRule rule,
      EventKind kind,
      Period period,
      DataGap gap,
      Instant now) {
    AlertContent content =
        new AlertContent(
            kind,
            EventIds.ofGap(rule.label().arn(), kind, period.last()),
            rule.label(),
            detector.label(),
            period,
            null,
            gap,
            links.quality(detector.label().name()),
            links.quality(detector.label().name()));
    boolean muted =
        Mutes.active(handle, detector.id(), now).stream().anyMatch(Mute::coversMissingData);
    AlertEvents.insert(handle, rule.id(), content, AlertDesk.state(muted), now);
  }
}
