package dev.tidewatch.detector.server;

import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.alerting.AlertTrial;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.alerting.Target;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.ConsoleRoutes;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.FormSeal;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.store.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/** The console with all it works with. Sessions keep to the machine's clock. */
record ConsoleWiring(Door door, ConsoleRoutes routes) {
  /** What pages do with the API and with alerts. */
  record Hands(InnerCalls calls, ResourceNames names, ConsoleLinks links, Target target) {}

  static ConsoleWiring of(
      ServerConfiguration configuration,
      Database database,
      AccessKeys keys,
      SecretCipher cipher,
      SecureRandom random,
      AuditLog audit,
      InstantSource clock,
      Hands hands) {
    Clock machine = Clock.systemUTC();
    ConsoleSessions sessions = new ConsoleSessions(database, keys, random, machine);
    Door door =
        new Door(
            sessions,
            new FormSeal(cipher.derived("console forms"), random),
            configuration.console().proxyUser().orElse(null),
            configuration.tls().isPresent() || configuration.access().behindProxy());
    return new ConsoleWiring(
        door,
        new ConsoleRoutes(
            new ConsoleRoutes.Parts(
                database,
                door,
                sessions,
                new SignInLinks(database, random, machine),
                Doors.attempts(configuration),
                audit,
                clock,
                hands.calls(),
                hands.names(),
                hands.links(),
                new AlertTrial(database, hands.names(), hands.links(), hands.target(), clock))));
  }
}
