package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/** What an alert's messages look like, without sending any. */
public final class AlertPreview {
  private final ResourceNames names;
  private final ConsoleLinks links;

  public AlertPreview(ResourceNames names, ConsoleLinks links) {
    this.names = requireNonNull(names, "names");
    this.links = requireNonNull(links, "links");
  }

  /** A message, and whether the alert would have sent it. */
  public record Preview(AlertContent content, boolean fires) {
    /** As it would be worded. */
    public Parcel in(SnsFormat format) {
      return Parcel.of(content, format);
    }
  }

  /** About an anomaly that was found, as it is now. */
  public Preview of(Handle handle, AlertEntry alert, FoundGroup group) {
    AlertRule rule = AlertRule.of(alert, names);
    WatchedDetector watched = WatchedDetector.find(handle, alert.detectorId(), names);
    GroupFacts facts = new GroupFacts(handle, watched);
    GroupChange change =
        new GroupChange(
            Optional.empty(), group, Groups.series(handle, group), Groups.relations(handle, group));
    AlertContent content =
        new AlertContent(
            EventKind.OPENED,
            EventIds.ofGroup(
                rule.label().arn(), group.id(), EventKind.OPENED, SeverityClass.of(group.told())),
            rule.label(),
            watched.label(),
            facts.period(change),
            facts.anomaly(change),
            null,
            links.group(watched.label().name(), group.id()),
            links.shortGroup(group.id()));
    return new Preview(content, rule.fires(change));
  }

  /** About an anomaly that never was, of the detector's own measure and dimensions. */
  public Preview sample(Handle handle, AlertEntry alert, Instant now) {
    return new Preview(
        new SampleContent(handle, names, links)
            .of(AlertRule.of(alert, names), alert.detectorId(), now),
        true);
  }
}
