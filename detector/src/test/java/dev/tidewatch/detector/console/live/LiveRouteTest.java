package dev.tidewatch.detector.console.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.FormSeal;
import dev.tidewatch.detector.console.door.ProxyTrust;
import dev.tidewatch.detector.console.live.LiveFeed.Rhythm;
import dev.tidewatch.detector.http.LookoutServer;
import dev.tidewatch.detector.http.ServerSettings;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Many pages open at a server of few threads. */
@Isolated("it looks at the whole process")
class LiveRouteTest {
  private static final int MANY = 60;
  private static final int THREADS = 8;

  @TempDir private Path folder;
  private final LiveFeed feed =
      LiveFeed.start(new Rhythm(Duration.ofMillis(100), Duration.ofMillis(20), MANY));
  private final List<Socket> sockets = new ArrayList<>();
  private SqliteDatabase database;
  private LookoutServer server;

  @BeforeEach
  void start() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
    Door door =
        new Door(
            new ConsoleSessions(
                database, new StoredAccessKeys(database, cipher, random, clock), random, clock),
            new FormSeal(new byte[32], random),
            new ProxyTrust(
                "X-User", Set.of("127.0.0.1"), Set.of(), Set.of(), Optional.of(Role.VIEWER)),
            false);
    server =
        LookoutServer.start(
            ServerSettings.on("127.0.0.1", 0).withThreads(THREADS),
            List.of(new LiveRoute(feed, door)::addTo));
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    feed.close();
    server.close();
    database.close();
  }

  private Socket listen() throws Exception {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(5_000);
    socket
        .getOutputStream()
        .write("GET /live HTTP/1.1\r\nHost: a\r\nX-User: vera\r\n\r\n".getBytes(US_ASCII));
    sockets.add(socket);
    return socket;
  }

  /** Reads on until it is said, or fails with a time-out. */
  private static String heard(Socket socket, String awaited) throws Exception {
    StringBuilder text = new StringBuilder();
    byte[] bytes = new byte[1_000];
    while (text.indexOf(awaited) < 0) {
      int count = socket.getInputStream().read(bytes);
      if (count < 0) {
        break;
      }
      text.append(new String(bytes, 0, count, UTF_8));
    }
    assertThat(text).contains(awaited);
    return text.toString();
  }

  /** Those of this server and no other of the tests before it. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("qtp") || thread.getName().contains("Jetty"))
        .count();
  }

  @Test
  void manyHearOfAChangeWhoeverIsSlowOrGone() throws Exception {
    heard(listen(), "event: alive");
    long before = threads();
    for (int i = 1; i < MANY; i++) {
      listen();
    }
    await().until(() -> feed.listeners() == MANY);
    assertThat(threads()).isLessThanOrEqualTo(before + THREADS);
    heard(listen(), "503");
    for (int i = 0; i < MANY / 3; i++) { // the others read nothing until now: they are slow
      sockets.get(i).setSoLinger(true, 0);
      sockets.get(i).close();
    }
    await().until(() -> feed.listeners() == MANY - MANY / 3);
    feed.changed();
    for (int i = MANY / 3; i < MANY; i++) {
      heard(sockets.get(i), "event: changed");
    }
    Socket late = listen();
    assertThat(heard(late, "event: alive")).contains("HTTP/1.1 200");
  }

  @Test
  void whenAllHaveGoneNothingOfThemIsLeft() throws Exception {
    for (int i = 0; i < MANY; i++) {
      listen();
    }
    await().until(() -> feed.listeners() == MANY);
    for (Socket socket : sockets) {
      socket.close();
    }
    await().until(() -> feed.listeners() == 0);
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().values())
                    .noneMatch(
                        trace ->
                            List.of(trace).stream()
                                .anyMatch(
                                    frame ->
                                        frame.getClassName().equals(LiveRoute.class.getName()))));
    heard(listen(), "event: alive");
  }
}
