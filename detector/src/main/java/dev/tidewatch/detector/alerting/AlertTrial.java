package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a sample message, marked as a test, so that people see whether an alert reaches them. */
public final class AlertTrial {
  private final Database database;
  private final ResourceNames names;
  private final ConsoleLinks links;
  private final Target target;
  private final InstantSource clock;

  public AlertTrial(
      Database database,
      ResourceNames names,
      ConsoleLinks links,
      Target target,
      InstantSource clock) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.links = requireNonNull(links, "links");
    this.target = requireNonNull(target, "target");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Sends one now, once, and records how it went.
   *
   * @return the event; empty when there is no such alert
   */
  public Optional<AlertEvent> send(long alert) {
    Instant now = clock.instant();
    Optional<AlertEntry> entry = database.read(handle -> Alerts.find(handle, alert));
    return entry.map(
        found -> {
          AlertRule rule = AlertRule.of(found, names);
          AlertContent sample =
              database.read(
                  handle ->
                      new SampleContent(handle, names, links).of(rule, found.detectorId(), now));
          return send(rule, sample, now);
        });
  }

  private AlertEvent send(AlertRule rule, AlertContent sample, Instant now) {
    Recipient recipient = rule.recipient();
    try {
      String receipt = target.deliver(recipient, Parcel.of(sample, recipient.format()));
      return record(rule, sample, EventState.SENT, now, receipt, null);
    } catch (Undeliverable failure) {
      return record(rule, sample, EventState.FAILED, now, null, failure.getMessage());
    }
  }

  private AlertEvent record(
      AlertRule rule,
      AlertContent sample,
      EventState state,
      Instant now,
      @Nullable String receipt,
      @Nullable String error) {
    return database.write(
        handle -> {
          AlertEvents.insert(handle, rule.id(), sample, state, now);
          AlertEvents.attempted(
              handle,
              sample.eventId(),
              state,
              now,
              state == EventState.SENT ? clock.instant() : null,
              receipt,
              error);
          return AlertEvents.find(handle, sample.eventId()).orElseThrow();
        });
  }
}
