package dev.tidewatch.detector.server;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.console.door.ProxyTrust;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is set up. Everything has a default that is safe on a laptop.
 *
 * @param host the address to listen on; others than loopback need access keys, and TLS or a word
 *     that something in front of the server does it
 * @param port 0 takes a free one
 * @param data the folder with the database and the key file
 * @param account what stands in ARNs
 * @param limits the service's own quotas and rates, or much higher ones
 * @param consoleUrl what alerts point to; none: where the server listens
 * @param console whether people can look at it, and who says who they are
 * @param forest whether a Random Cut Forest watches beside the engine, at its price
 */
public record ServerConfiguration(
    String host,
    int port,
    Path data,
    Account account,
    Access access,
    LimitKind limits,
    Optional<Tls> tls,
    Optional<URI> consoleUrl,
    Console console,
    int workers,
    boolean forest) {
  static final int DEFAULT_PORT = 8765;

  /** The files of a certificate chain and its key, PEM. */
  public record Tls(Path certificate, Path key) {
    public Tls {
      requireNonNull(certificate, "certificate");
      requireNonNull(key, "key");
    }
  }

  /** Whose numbers hold. */
  public enum LimitKind {
    /** Those of contract section 5.6: a script that runs into a limit there does so here. */
    LOOKOUT,
    /** What the server itself can bear, and no rates. */
    OWN
  }

  /**
   * Who may call.
   *
   * @param keys a file of access keys, which hold beside those made with {@code keys create}
   * @param behindProxy whether a proxy in front of the server does TLS and hides who calls
   */
  public record Access(Optional<Path> keys, boolean behindProxy) {
    public Access {
      requireNonNull(keys, "keys");
    }
  }

  /**
   * The pages for people.
   *
   * @param enabled whether there are any
   * @param proxyUser a proxy whose word on who is signed in counts; none: everybody signs in
   */
  public record Console(boolean enabled, Optional<ProxyTrust> proxyUser) {
    /** There, and everybody signs in. */
    public static final Console USUAL = new Console(true, Optional.empty());

    public Console {
      requireNonNull(proxyUser, "proxyUser");
    }
  }

  public ServerConfiguration {
    requireNonNull(host, "host");
    requireNonNull(data, "data");
    requireNonNull(account, "account");
    requireNonNull(access, "access");
    requireNonNull(limits, "limits");
    requireNonNull(tls, "tls");
    requireNonNull(consoleUrl, "consoleUrl");
    requireNonNull(console, "console");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    if (workers < 1 || workers > 64) {
      throw new IllegalArgumentException("workers are 1 to 64, not " + workers);
    }
  }

  /** Loopback, its usual port, data in {@code detector-data}. */
  public static ServerConfiguration defaults() {
    return new ServerConfiguration(
        "127.0.0.1",
        DEFAULT_PORT,
        Path.of("detector-data"),
        Account.EXAMPLE,
        new Access(Optional.empty(), false),
        LimitKind.LOOKOUT,
        Optional.empty(),
        Optional.empty(),
        Console.USUAL,
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        false);
  }

  public ServerConfiguration withHost(String other) {
    return new ServerConfiguration(
        other, port, data, account, access, limits, tls, consoleUrl, console, workers, forest);
  }

  public ServerConfiguration withPort(int other) {
    return new ServerConfiguration(
        host, other, data, account, access, limits, tls, consoleUrl, console, workers, forest);
  }

  public ServerConfiguration withData(Path other) {
    return new ServerConfiguration(
        host, port, other, account, access, limits, tls, consoleUrl, console, workers, forest);
  }

  public ServerConfiguration withLimits(LimitKind other) {
    return new ServerConfiguration(
        host, port, data, account, access, other, tls, consoleUrl, console, workers, forest);
  }

  /** Says where the running server is, or where it was last, to the commands beside it. */
  Path addressFile() {
    return data.resolve("detector.address");
  }

  Path database() {
    return data.resolve("detector.db");
  }

  Path keyFile() {
    return data.resolve("detector.key");
  }
}
