package dev.tidewatch.detector.server;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.alerting.AlertTrial;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.alerting.Target;
import dev.tidewatch.detector.audit.AuditFiles;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.audit.AuditTail;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.ConsoleRoutes;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.FormSeal;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.console.live.LiveFeed;
import dev.tidewatch.detector.console.system.Administration;
import dev.tidewatch.detector.console.system.SystemPages;
import dev.tidewatch.detector.health.Health;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.sample.SampleData;
import dev.tidewatch.detector.schedule.Scheduler;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialStates;
import dev.tidewatch.detector.trial.Trials;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** The console with all it works with. Sessions keep to the machine's clock. */
record ConsoleWiring(Door door, ConsoleRoutes routes) {
  /**
   * What a running server lets its console use.
   *
   * @param clock by which the detectors run
   */
  record Running(
      AuditLog audit,
      Clock clock,
      LiveFeed changes,
      ResourceNames names,
      InnerCalls calls,
      ConsoleLinks links,
      Target target,
      Scheduler scheduler,
      CatalogDatasets datasets,
      SampleData sample,
      Trials trials,
      Health health) {
    Running {
      requireNonNull(audit, "audit");
      requireNonNull(clock, "clock");
      requireNonNull(changes, "changes");
      requireNonNull(names, "names");
      requireNonNull(calls, "calls");
      requireNonNull(links, "links");
      requireNonNull(target, "target");
      requireNonNull(scheduler, "scheduler");
      requireNonNull(datasets, "datasets");
      requireNonNull(sample, "sample");
      requireNonNull(health, "health");
    }
  }

  static ConsoleWiring of(
      ServerConfiguration configuration,
      Database database,
      AccessKeys keys,
      SecretCipher cipher,
      SecureRandom random,
      Running running) {
    Clock machine = Clock.systemUTC();
    ConsoleSessions sessions = new ConsoleSessions(database, keys, random, machine);
    Door door =
        new Door(
            sessions,
            new FormSeal(cipher.derived("console forms"), random),
            configuration.console().proxyUser().orElse(null),
            overTls(configuration));
    return new ConsoleWiring(
        door,
        new ConsoleRoutes(
            new ConsoleRoutes.Parts(
                database,
                door,
                sessions,
                new SignInLinks(database, random, machine),
                Doors.attempts(configuration),
                running.audit(),
                running.clock(),
                running.changes(),
                running.calls(),
                running.names(),
                running.links(),
                new AlertTrial(
                    database, running.names(), running.links(), running.target(), running.clock()),
                running.scheduler()::learning,
                running.datasets(),
                running.datasets()::inspection,
                running.sample(),
                running.trials(),
                new TrialStates(
                    database,
                    running.scheduler()::progress,
                    running.scheduler()::learning,
                    running.clock()),
                new SystemPages(
                    database,
                    running.health(),
                    configuration.data(),
                    new Administration(
                        keys, new AuditTail(AuditFiles.in(configuration.data())))))));
  }

  /** Whoever points people to an address of https has them come there. */
  private static boolean overTls(ServerConfiguration configuration) {
    return configuration.tls().isPresent()
        || configuration.access().behindProxy()
        || configuration
            .consoleUrl()
            .map(URI::getScheme)
            .filter("https"::equalsIgnoreCase)
            .isPresent();
  }
}
