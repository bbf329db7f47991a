package dev.tidewatch.detector.server;

import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.FileAccessKeys;
import dev.tidewatch.detector.access.JoinedAccessKeys;
import dev.tidewatch.detector.access.RateLimits;
import dev.tidewatch.detector.access.RateSettings;
import dev.tidewatch.detector.access.RequestGate;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.SessionTokens;
import dev.tidewatch.detector.access.SignatureScope;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.detector.store.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;

/** Who is let in, and from where. */
final class Doors {
  private Doors() {}

  /**
   * The keys that open both: the API and the console.
   *
   * @throws RefusedStart when the server would be open to others without any
   */
  static AccessKeys keys(
      ServerConfiguration configuration,
      Database database,
      SecretCipher cipher,
      SecureRandom random,
      Clock clock) {
    AccessKeys stored = new StoredAccessKeys(database, cipher, random, clock);
    AccessKeys keys =
        configuration
            .access()
            .keys()
            .<AccessKeys>map(file -> new JoinedAccessKeys(FileAccessKeys.open(file), stored))
            .orElse(stored);
    refuseToBeOpen(configuration, keys);
    return keys;
  }

  static RequestGate gate(
      ServerConfiguration configuration,
      AccessKeys keys,
      SecretCipher cipher,
      SecureRandom random,
      Clock clock) {
    return new RequestGate(
        SignatureScope.of(configuration.account().region()),
        keys,
        new SessionTokens(keys, cipher, random, clock),
        configuration.limits() == LimitKind.LOOKOUT
            ? RateLimits.of(RateSettings.standard(), System::nanoTime)
            : RateLimits.off(),
        attempts(configuration),
        clock);
  }

  static FailedAttempts attempts(ServerConfiguration configuration) {
    return configuration.access().behindProxy()
        ? FailedAttempts.off()
        : FailedAttempts.of(System::nanoTime);
  }

  /** Beyond this machine nothing is offered that others could read or misuse. */
  private static void refuseToBeOpen(ServerConfiguration configuration, AccessKeys keys) {
    if (isLoopback(configuration.host())) {
      return;
    }
    if (keys.list().stream().noneMatch(key -> key.active())) {
      throw new RefusedStart(
          "the server is to listen on %s, beyond this machine, but there are no access keys; make one with"
                  .formatted(configuration.host())
              + " 'detector keys create --role admin --label NAME --data %s' first"
                  .formatted(configuration.data()));
    }
    if (configuration.tls().isEmpty() && !configuration.access().behindProxy()) {
      throw new RefusedStart(
          "the server is to listen on %s, beyond this machine, without TLS: give 'tls' a certificate and a key, or say"
                  .formatted(configuration.host())
              + " with 'access: {behindProxy: \"yes\"}' that something in front of it does that");
    }
  }

  private static boolean isLoopback(String host) {
    return address(host).isLoopbackAddress();
  }

  static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new RefusedStart(
          "'%s' is no address of this machine; give the host to listen on, such as 127.0.0.1"
              .formatted(host));
    }
  }
}
