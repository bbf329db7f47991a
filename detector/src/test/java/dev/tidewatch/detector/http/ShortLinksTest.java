package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.RateLimits;
import dev.tidewatch.detector.access.RequestGate;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.SessionTokens;
import dev.tidewatch.detector.access.SignatureScope;
import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.FormSeal;
import dev.tidewatch.detector.console.door.Visitor;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortLinksTest {
  private static final String PAGE = "https://console/d/shop/a/0123abcd-0000";

  private final List<String> asked = new ArrayList<>();
  private final List<String> admitted = new ArrayList<>();
  @TempDir Path folder;
  private SqliteDatabase database;
  private RequestGate gate;
  private ConsoleSessions sessions;
  private TestServer server;

  @BeforeEach
  void start() {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
    StoredAccessKeys keys = new StoredAccessKeys(database, cipher, random, clock);
    gate =
        new RequestGate(
            SignatureScope.of("us-east-1"),
            keys,
            new SessionTokens(keys, cipher, random, clock),
            RateLimits.off(),
            FailedAttempts.off(),
            clock);
    sessions = new ConsoleSessions(database, keys, random, clock);
    Door door = new Door(sessions, new FormSeal(new byte[32], random), null, false);
    server = new TestServer(new ShortLinks(this::admit, door, this::page));
  }

  /** Signatures are the gate's matter; here one is good by its word. */
  private Caller admit(SignedRequest request, String operation, String remote) {
    admitted.add(operation);
    return request.headers().stream().anyMatch(header -> header.value().equals("good"))
        ? TestServer.CALLER
        : gate.admit(request, operation, remote);
  }

  private Optional<String> page(String prefix) {
    asked.add(prefix);
    return Optional.of(PAGE).filter(page -> prefix.equals("0123abcd"));
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void leadsWhoMaySeeGroupsToThePage() throws Exception {
    HttpResponse<String> answer = get("/a/0123abcd", "good");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains(PAGE);
    assertThat(admitted).containsExactly("GetAnomalyGroup");
  }

  @Test
  void tellsOthersNothingOfWhatIsThere() throws Exception {
    HttpResponse<String> missing = get("/a/ffffffff", "good");
    HttpResponse<String> refused = get("/a/0123abcd", "bad");
    HttpResponse<String> unknown = get("/a/0123abcd", "");
    assertThat(missing.statusCode()).isEqualTo(404);
    for (HttpResponse<String> other : List.of(refused, unknown)) {
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.body()).isEqualTo(missing.body()).contains("you are not signed in");
    }
    assertThat(asked).as("nothing is looked up for them").containsExactly("ffffffff");
    assertThat(admitted).as("who says nothing has not failed").hasSize(2);
  }

  @Test
  void looksForNothingThatIsNoBeginningOfAnId() throws Exception {
    for (String path : List.of("/a/0123", "/a/0123ABCD", "/a/%25%25%25%25%25%25%25%25")) {
      assertThat(get(path, "good").statusCode()).isEqualTo(404);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void leadsWhoIsSignedInAtTheConsole() throws Exception {
    String session = sessions.begin(new Visitor("ana", Role.VIEWER, ""));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(server.url() + "/a/0123abcd"))
                .header("Cookie", "tidewatch=" + session));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains(PAGE);
  }

  @Test
  void asksPeopleToSignInWhetherThereIsSuchAGroupOrNot() throws Exception {
    for (String path : List.of("/a/0123abcd", "/a/ffffffff")) {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(URI.create(server.url() + path))
                  .header("Accept", "text/html"));
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("location")).contains("/sign-in?next=" + path);
    }
    assertThat(asked).isEmpty();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request);
  }
}
