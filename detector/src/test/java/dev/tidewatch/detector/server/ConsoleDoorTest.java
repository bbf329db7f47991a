package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.door.ProxyTrust;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.server.ServerConfiguration.Console;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a running server lets in at the console's door. */
class ConsoleDoorTest {
  private static final String HEADER = "X-Forwarded-User";

  @TempDir Path folder;

  private ServerConfiguration configuration(Console console) throws Exception {
    Path file =
        Files.writeString(folder.resolve("detector.yaml"), "data: data\nport: 0\nlimits: own\n");
    ServerConfiguration read = ConfigurationFile.read(file);
    return new ServerConfiguration(
        read.host(),
        read.port(),
        read.data(),
        read.account(),
        read.access(),
        read.limits(),
        read.tls(),
        read.consoleUrl(),
        console,
        read.workers(),
        read.forest());
  }

  private static Console trusting(String address, Optional<Role> others) {
    return new Console(
        true,
        Optional.of(new ProxyTrust(HEADER, Set.of(address), Set.of("ola"), Set.of("ada"), others)));
  }

  private static HttpResponse<String> ask(DetectorServer server, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theProxyIsBelieved() throws Exception {
    Console console = trusting("127.0.0.1", Optional.of(Role.VIEWER));
    try (DetectorServer server = DetectorServer.start(configuration(console))) {
      assertThat(ask(server, "/", HEADER, "vera").body()).contains("title=\"viewer\">vera");
      assertThat(ask(server, "/", HEADER, "ola").body()).contains("title=\"operator\">ola");
      assertThat(ask(server, "/", HEADER, "ada").body()).contains("title=\"admin\">ada");
      assertThat(server.isUnvisited()).isFalse();
    }
  }

  @Test
  void theSameHeaderFromElsewhereMeansNothing() throws Exception {
    Console console = trusting("10.0.0.7", Optional.of(Role.VIEWER));
    try (DetectorServer server = DetectorServer.start(configuration(console))) {
      HttpResponse<String> forged =
          ask(
              server,
              "/",
              HEADER,
              "ada",
              "X-Forwarded-For",
              "10.0.0.7",
              "Forwarded",
              "for=10.0.0.7");
      assertThat(forged.statusCode()).isEqualTo(303);
      assertThat(forged.headers().firstValue("Location")).contains("/sign-in");
    }
  }

  @Test
  void twoNamesAreNoName() throws Exception {
    Console console = trusting("127.0.0.1", Optional.of(Role.VIEWER));
    try (DetectorServer server = DetectorServer.start(configuration(console))) {
      assertThat(ask(server, "/", HEADER, "ada", HEADER, "vera").statusCode()).isEqualTo(303);
      assertThat(ask(server, "/", HEADER, "ada<script>").statusCode()).isEqualTo(303);
      assertThat(ask(server, "/", HEADER, "").statusCode()).isEqualTo(303);
      assertThat(ask(server, "/").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void whomNoListNamesMayHaveToSignIn() throws Exception {
    Console console = trusting("127.0.0.1", Optional.empty());
    try (DetectorServer server = DetectorServer.start(configuration(console))) {
      assertThat(ask(server, "/", HEADER, "vera").statusCode()).isEqualTo(303);
      assertThat(ask(server, "/", HEADER, "ola").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theConsoleCanBeLeftOut() throws Exception {
    Console console = new Console(false, Optional.empty());
    try (DetectorServer server = DetectorServer.start(configuration(console))) {
      assertThat(server.consoleUrl()).isEmpty();
      assertThat(ask(server, "/sign-in").statusCode()).isEqualTo(404);
      assertThat(ask(server, "/alerts").statusCode()).isEqualTo(404);
      assertThat(ask(server, "/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void commandsBesideItKnowWhereItIs() throws Exception {
    ServerConfiguration configuration = configuration(Console.USUAL);
    try (DetectorServer server = DetectorServer.start(configuration)) {
      assertThat(
              ServerAddress.lately(ServerConfiguration.defaults().withData(configuration.data())))
          .isEqualTo(server.url())
          .isEqualTo(server.consoleUrl().orElseThrow());
      assertThat(server.isUnvisited()).isTrue();
    }
  }

  private static String cookie(ServerConfiguration configuration) throws Exception {
    try (DetectorServer server = DetectorServer.start(configuration);
        SqliteDatabase database = SqliteDatabase.besideOthers(configuration.database())) {
      String link =
          new SignInLinks(database, new SecureRandom(), Clock.systemUTC())
              .issue("ana", Role.VIEWER, Duration.ofMinutes(5));
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(server.url() + "/sign-in/" + link))
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString())
          .headers()
          .firstValue("set-cookie")
          .orElse("");
    }
  }

  private ServerConfiguration reached(boolean behindProxy, Optional<URI> consoleUrl)
      throws Exception {
    ServerConfiguration plain = configuration(Console.USUAL);
    return new ServerConfiguration(
        plain.host(),
        plain.port(),
        plain.data(),
        plain.account(),
        new ServerConfiguration.Access(Optional.empty(), behindProxy),
        plain.limits(),
        plain.tls(),
        consoleUrl,
        plain.console(),
        plain.workers(),
        plain.forest());
  }

  @Test
  void theCookieIsForTlsOnlyWherePeopleComeOverTls() throws Exception {
    assertThat(cookie(reached(false, Optional.of(URI.create("https://detector.example.com")))))
        .startsWith("__Host-tidewatch=")
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(cookie(reached(true, Optional.empty())))
        .startsWith("__Host-tidewatch=")
        .contains("Secure");
    assertThat(cookie(reached(false, Optional.of(URI.create("http://detector.example.com")))))
        .startsWith("tidewatch=")
        .doesNotContain("Secure");
  }
}
