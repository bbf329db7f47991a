package dev.tidewatch.detector.server;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.AlertHistory;
import dev.tidewatch.detector.alerting.AlertTrial;
import dev.tidewatch.detector.alerting.AwsTargets;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.time.Clock;
import java.util.List;

/** Looks at alerts and tries them, beside a running server. */
public final class AlertBench implements AutoCloseable {
  private final ServerConfiguration configuration;
  private final SqliteDatabase database;
  private final Clients clients = new Clients();

  private AlertBench(ServerConfiguration configuration, SqliteDatabase database) {
    this.configuration = configuration;
    this.database = database;
  }

  /**
   * Opens the database of a server, which may run.
   *
   * @throws RefusedStart when there is none
   */
  public static AlertBench open(ServerConfiguration configuration) {
    return new AlertBench(configuration, ServerStore.open(configuration));
  }

  /**
   * Sends a sample of an alert's messages to its target now, marked as a test, and records it.
   *
   * @throws RefusedStart when there is no such alert
   */
  public AlertEvent test(String alert) {
    AlertTrial trial =
        new AlertTrial(
            database,
            new ResourceNames(configuration.account()),
            new ConsoleLinks(ServerAddress.lately(configuration)),
            new AwsTargets(clients::sns, clients::lambda),
            Clock.systemUTC());
    return trial.send(find(alert).id()).orElseThrow();
  }

  /** What an alert has told, the newest first. */
  public List<AlertEvent> history(String alert, int most) {
    AlertEntry entry = find(alert);
    return database.read(handle -> AlertHistory.of(handle, entry.id(), AlertHistory.NEWEST, most));
  }

  private AlertEntry find(String alert) {
    return database
        .read(handle -> Alerts.find(handle, alert))
        .orElseThrow(() -> new RefusedStart("there is no alert '" + alert + "'"));
  }

  @Override
  public void close() {
    clients.close();
    database.close();
  }
}
