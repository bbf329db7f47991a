package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * A running server with a filled database. Its clock shows {@link #NOW} and stands still, so that
 * nothing happens there but what somebody does, and every look at it shows the same.
 */
public final class World implements AutoCloseable {
  /** A Friday afternoon. */
  public static final Instant NOW = Instant.parse("2026-11-27T17:06:42Z");

  private static final Duration LINK_LIFE = Duration.ofHours(12);

  private final DetectorServer server;
  private final SqliteDatabase database;
  private final WorldClock clock;
  private final Pace pace = new Pace();
  private final ServerConfiguration configuration;

  private World(ServerConfiguration configuration, WorldClock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.server = DetectorServer.start(configuration, clock, pace);
    this.database = SqliteDatabase.besideOthers(file(configuration));
  }

  /**
   * Fills a folder and starts a server on it; a folder filled before is taken as it is.
   *
   * @param port 0 takes a free one
   */
  public static World start(WorldKind kind, Path folder, int port) {
    ServerConfiguration configuration =
        ServerConfiguration.defaults()
            .withData(folder)
            .withPort(port == 0 ? freePort() : port)
            .withLimits(LimitKind.OWN);
    if (!file(configuration).toFile().exists()) {
      make(folder);
      String base = "http://" + configuration.host() + ":" + configuration.port();
      try (SqliteDatabase database = SqliteDatabase.open(file(configuration))) {
        database.change(handle -> fill(kind, handle, base, folder));
      }
    }
    return new World(configuration, new WorldClock(NOW));
  }

  private static void fill(WorldKind kind, Handle handle, String base, Path folder) {
    switch (kind) {
      case SHOP -> new ShopFill(handle, NOW, base, Words.PLAIN).fill();
      case HOSTILE -> new ShopFill(handle, NOW, base, Words.HOSTILE).fill();
      case LARGE -> new LargeFill(handle, NOW, base).fill();
      case HISTORY -> new HistoryFill(handle, NOW, folder).fill();
      case EMPTY -> {}
    }
  }

  private static Path file(ServerConfiguration configuration) {
    return configuration.data().resolve("detector.db");
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the console begins, without a slash at its end. */
  public String url() {
    return server.url();
  }

  /** An address that signs somebody in, once. */
  public String link(Role role) {
    SignInLinks links = new SignInLinks(database, new SecureRandom(), Clock.systemUTC());
    return url() + "/sign-in/" + links.issue(role.label(), role, LINK_LIFE);
  }

  /** A new access key, for the form of the sign-in page. */
  public NewAccessKey key(Role role) {
    SecureRandom random = new SecureRandom();
    SecretCipher cipher = SecretCipher.under(configuration.data().resolve("detector.key"), random);
    return new StoredAccessKeys(database, cipher, random, Clock.systemUTC())
        .create(role, role.label());
  }

  /** The name of its first detector. */
  public String detector() {
    return read(
        handle ->
            handle
                .createQuery("SELECT name FROM detector ORDER BY id LIMIT 1")
                .mapTo(String.class)
                .findOne()
                .orElse("none"));
  }

  /** The id of the most severe group that lasts still, or lasted. */
  public String group() {
    return read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM anomaly_group ORDER BY open DESC, told DESC, id LIMIT 1")
                .mapTo(String.class)
                .one());
  }

  /** What the server's database says. */
  public <T> T read(Function<Handle, T> question) {
    return database.read(question);
  }

  /** Changes the server's database as its runs would. */
  public void change(Consumer<Handle> change) {
    database.change(change);
  }

  /**
   * Lets time pass, at whose end an anomaly of the first detector happens again; answers its id.
   * What people said of the first one counts, as it does in every run.
   */
  public String happensAgain(String group, Duration later) {
    clock.pass(later);
    return database.write(
        handle -> new LookAlike(handle, 1, Duration.ofMinutes(5)).of(group, later));
  }

  /** Has its runs wait wherever they are, so that one can look at them. */
  public void hold() {
    pace.hold();
  }

  /** Lets a run that waits get on a little. */
  public void takeAStep() {
    pace.takeAStep();
  }

  /** Lets its runs get on as fast as they can. */
  public void goOn() {
    pace.goOn();
  }

  /** What was anomalous in the history of a world that has one, as people write it down. */
  public String label() {
    return HistoryFill.label(NOW);
  }

  @Override
  public void close() {
    goOn();
    database.close();
    server.close();
  }
}
