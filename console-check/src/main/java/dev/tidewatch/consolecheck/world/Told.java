package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.AlertLabel;
import dev.tidewatch.detector.alerting.message.ContentText;
import dev.tidewatch.detector.alerting.message.DetectorLabel;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.Period;
import dev.tidewatch.detector.alerting.message.ToldAnomaly;
import dev.tidewatch.detector.alerting.message.ToldSeries;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what alerts told. */
record Told(Handle handle, ResourceNames names, String base, Duration interval) {
  /**
   * That an alert told of a group when it began.
   *
   * @param state SENT, FAILED or MUTED
   */
  void opened(AlertEntry alert, GroupChange change, String state, @Nullable String error) {
    event(alert, change, EventKind.OPENED, "", change.after().detected(), state, error);
  }

  /** That it told of its end. */
  void ended(AlertEntry alert, GroupChange change) {
    Instant end = change.after().end().plus(interval.multipliedBy(2)).plusSeconds(64);
    event(alert, change, EventKind.ENDED, "/ended", end, "SENT", null);
  }

  private void event(
      AlertEntry alert,
      GroupChange change,
      EventKind kind,
      String suffix,
      Instant time,
      String state,
      @Nullable String error) {
    FoundGroup group = change.after();
    String arn = names.alert(alert.name());
    String id = arn + ":event/" + group.id() + suffix;
    AlertContent content =
        new AlertContent(
            kind,
            id,
            new AlertLabel(alert.name(), arn, alert.description(), alert.threshold()),
            new DetectorLabel(
                alert.detectorName(), names.detector(alert.detectorName()), ZoneId.of("UTC")),
            new Period(group.start(), group.end(), group.end().plus(interval), group.open()),
            anomaly(change),
            null,
            base + "/d/" + alert.detectorName() + "/a/" + group.id(),
            base + "/a/" + group.id().substring(0, 8));
    boolean sent = state.equals("SENT");
    handle.execute(
        "INSERT INTO alert_event (event, alert, anomaly_group, kind, severity_class, message, state, attempts,"
            + " created, due, sent, receipt, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        alert.id(),
        group.id(),
        kind.name(),
        anomaly(change).severityClass().name(),
        ContentText.write(content),
        state,
        sent ? 1 : error == null ? 0 : 8,
        time.toEpochMilli(),
        time.toEpochMilli(),
        sent ? time.plusMillis(830).toEpochMilli() : null,
        sent ? "5f2c1f8e-0000-5a7c-9d1c-" + group.id().substring(24) : null,
        error);
  }

  private static ToldAnomaly anomaly(GroupChange change) {
    FoundGroup group = change.after();
    return new ToldAnomaly(
        group.id(),
        group.measure(),
        group.told(),
        group.peak().value(),
        group.peak().expected(),
        group.peak().lower(),
        group.peak().upper(),
        group.contributions(),
        group.series(),
        21,
        change.series().stream()
            .map(
                each ->
                    new ToldSeries(
                        String.valueOf(each.number()),
                        each.scope().values(),
                        each.peak().value(),
                        each.peak().expected()))
            .toList(),
        List.of());
  }
}
