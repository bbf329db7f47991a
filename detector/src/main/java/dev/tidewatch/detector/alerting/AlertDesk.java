package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertStatus;

/**
 * Decides who is told of an interval, and writes it down within the interval's own transaction:
 * both are kept, or neither. Sending is the {@link Courier}'s.
 */
public final class AlertDesk {
  /** One late file is no news, a quarter of an hour of PT5M is. */
  public static final int INTERVALS_WITHOUT_DATA = 3;

  private final ResourceNames names;
  private final ConsoleLinks links;
  private final GapDesk gaps;

  /**
   * @param intervalsWithoutData after how many in a row people are told, from 1; {@link
   *     #INTERVALS_WITHOUT_DATA}
   */
  public AlertDesk(ResourceNames names, ConsoleLinks links, int intervalsWithoutData) {
    this.names = requireNonNull(names, "names");
    this.links = requireNonNull(links, "links");
    this.gaps = new GapDesk(names, links, intervalsWithoutData);
  }

  /** What an interval did to groups. */
  public void decide(Handle handle, long detector, List<GroupChange> changes, Instant now) {
    List<AlertRule> rules = changes.isEmpty() ? List.of() : rules(handle, detector, names);
    if (rules.isEmpty()) {
      return;
    }
    List<Mute> mutes = Mutes.active(handle, detector, now);
    WatchedDetector watched = WatchedDetector.find(handle, detector, names);
    GroupFacts facts = new GroupFacts(handle, watched);
    for (GroupChange change : changes) {
      for (AlertRule rule : rules) {
        decide(handle, rule, change)
            .ifPresent(
                kind -> {
                  AlertContent content = content(facts, watched, rule, change, kind);
                  boolean muted = mutes.stream().anyMatch(mute -> mute.covers(change));
                  AlertEvents.insert(handle, rule.id(), content, state(muted), now);
                });
      }
    }
  }

  static List<AlertRule> rules(Handle handle, long detector, ResourceNames names) {
    return Alerts.of(handle, detector).stream()
        .filter(alert -> alert.status() == AlertStatus.ACTIVE)
        .map(alert -> AlertRule.of(alert, names))
        .toList();
  }

  static EventState state(boolean muted) {
    return muted ? EventState.MUTED : EventState.PENDING;
  }

  private static Optional<EventKind> decide(Handle handle, AlertRule rule, GroupChange change) {
    Told told = AlertEvents.told(handle, rule.id(), change.after().id());
    return AlertPolicy.decide(rule, change, told);
  }

  private AlertContent content(
      GroupFacts facts,
      WatchedDetector detector,
      AlertRule rule,
      GroupChange change,
      EventKind kind) {
    FoundGroup group = change.after();
    return new AlertContent(
        kind,
        EventIds.ofGroup(rule.label().arn(), group.id(), kind, SeverityClass.of(group.told())),
        rule.label(),
        detector.label(),
        facts.period(change),
        facts.anomaly(change),
        null,
        links.group(detector.label().name(), group.id()),
        links.shortGroup(group.id()));
  }

  /**
   * An interval brought no data. All alerts say so once, when so many in a row did not; not of a
   * detector that never had data.
   *
   * @param missing how many in a row by now, from 1
   * @param reason what was wrong
   */
  public void dataMissing(
      Handle handle, long detector, Interval interval, int missing, String reason, Instant now) {
    gaps.missing(handle, detector, interval, missing, reason, now);
  }

  /**
   * An interval brought data again: who was told that they are missing hears so.
   *
   * @param missing how many in a row did not
   */
  public void dataBack(Handle handle, long detector, Interval interval, int missing, Instant now) {
    gaps.back(handle, detector, interval, missing, now);
  }
}
