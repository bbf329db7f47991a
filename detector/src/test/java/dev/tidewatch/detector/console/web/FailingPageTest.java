package dev.tidewatch.detector.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.FormSeal;
import dev.tidewatch.detector.console.door.ProxyTrust;
import dev.tidewatch.detector.http.LookoutServer;
import dev.tidewatch.detector.http.ServerSettings;
import dev.tidewatch.detector.store.SqliteDatabase;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A page that fails in a way nobody foresaw. */
@Isolated("it looks at the whole process")
class FailingPageTest {
  private static final String HEADER = "X-User";
  private static final byte[] KEY = new byte[32];

  private final SecureRandom random = new SecureRandom();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @TempDir private Path folder;
  private SqliteDatabase database;
  private LookoutServer server;
  private Supplier<Throwable> failure = IllegalStateException::new;

  @BeforeEach
  void start() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    server = LookoutServer.start(ServerSettings.on("127.0.0.1", 0), List.of(this::add));
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
    server.close();
    database.close();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Pages.class);
  }

  private void add(JavalinConfig config) {
    Clock clock = Clock.systemUTC();
    SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
    Door door =
        new Door(
            new ConsoleSessions(
                database, new StoredAccessKeys(database, cipher, random, clock), random, clock),
            new FormSeal(KEY, random),
            new ProxyTrust(
                HEADER, Set.of("127.0.0.1"), Set.of(), Set.of(), Optional.of(Role.VIEWER)),
            false);
    Answers answers = new Answers(new Templates(), Assets.load(), door, clock);
    new Pages(config, door, answers, entry -> {}, clock)
        .show("/page", this::fail)
        .change("/page", Role.VIEWER, "Fail", this::fail);
  }

  private void fail(Visit visit) {
    Throwable chosen = failure.get();
    if (chosen instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) chosen;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.header(HEADER, "vera").build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder page() {
    return HttpRequest.newBuilder(URI.create(server.url() + "/page"));
  }

  private HttpResponse<String> form() throws Exception {
    return send(
        page()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("seal=" + new FormSeal(KEY, random).seal("proxy vera"))));
  }

  private void isToldAndLogged(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("This page could not be made.", "with the mark");
    assertThat(answer.headers().map())
        .containsKeys(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "cache-control");
    String mark = answer.body().replaceAll("(?s).*with the mark (\\w+).*", "$1");
    assertThat(log.list)
        .anySatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).contains("/page failed", mark);
              assertThat(event.getThrowableProxy()).isNotNull();
            });
  }

  @Test
  void isToldAsAPageAndLogged() throws Exception {
    for (Supplier<Throwable> each :
        List.<Supplier<Throwable>>of(
            IllegalStateException::new,
            () -> new NoClassDefFoundError("gone"),
            StackOverflowError::new,
            AssertionError::new)) {
      failure = each;
      isToldAndLogged(send(page()));
      isToldAndLogged(form());
    }
  }
}
