package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.Browsing.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the console can change: who may, and from where. */
class ChangesTest {
  private static final String GROUP = FoundGroup.idOf(1, "revenue", 1);

  /** Signing in and out has its own rules; what begins with a capital is the API's. */
  private static final Pattern OTHERS = Pattern.compile("POST /(sign-.*|[A-Z].*|tags/.*)");

  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

  /** Who may do it at least. */
  private static final Map<String, Role> CHANGES = new TreeMap<>();

  static {
    Stream.of(
            "/d/{detector}/a/{group}/feedback",
            "/d/{detector}/a/{group}/alerts",
            "/d/{detector}/dataset/check",
            "/d/{detector}/mutes",
            "/alerts/mutes",
            "/alerts/mutes/end",
            "/alerts/{alert}/test",
            "/events",
            "/events/delete")
        .forEach(path -> CHANGES.put(path, Role.OPERATOR));
    Stream.of(
            "/sample",
            "/sample/remove",
            "/d/{detector}/activate",
            "/d/{detector}/run-backtest",
            "/d/{detector}/deactivate",
            "/d/{detector}/delete",
            "/alerts/-/new",
            "/alerts/{alert}/edit",
            "/alerts/{alert}/delete",
            "/backtest",
            "/backtest/{trial}/promote",
            "/backtest/{trial}/delete")
        .forEach(path -> CHANGES.put(path, Role.ADMIN));
  }

  @TempDir private static Path folder;
  private static Browsing console;

  @BeforeAll
  static void start() {
    console =
        Browsing.start(folder.resolve("data"))
            .with(
                findings -> {
                  findings.detector(1, "shop");
                  findings.group(1, "revenue", 1, 3, 2, 80, true, "berlin");
                  findings.checked(1, 3, "COMPLETED");
                });
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static String address(String path) {
    return path.replace("{detector}", "shop")
        .replace("{group}", GROUP)
        .replace("{alert}", "on-call")
        .replace("{trial}", "again");
  }

  /** All that the database keeps but who is signed in. */
  private static Map<String, List<Map<String, Object>>> kept() {
    return console.database().read(ChangesTest::kept);
  }

  private static Map<String, List<Map<String, Object>>> kept(Handle handle) {
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    handle
        .createQuery(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                + " AND name NOT IN ('console_session', 'sign_in_link', 'access_key', 'probe')")
        .mapTo(String.class)
        .forEach(
            table ->
                rows.put(table, handle.createQuery("SELECT * FROM " + table).mapToMap().list()));
    return rows;
  }

  private static String seal(Person person) throws Exception {
    Matcher seal = SEAL.matcher(person.page("/"));
    assertThat(seal.find()).isTrue();
    return seal.group(1);
  }

  /** What the form of any change might hold, so that it would do something. */
  private static HttpResponse<String> send(
      Person person, String path, String seal, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(console.url() + address(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "kind=note&title=a&word=FALSE_ALARM&detector=shop&hours=1&id=1&seal=" + seal));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return person.send(request);
  }

  private static void refuses(Person person, String path, String seal, String... headers)
      throws Exception {
    HttpResponse<String> answer = send(person, path, seal, headers);
    assertThat(answer.statusCode()).as(path).isEqualTo(403);
    assertThat(answer.body())
        .as(path)
        .contains("This form did not come from a page of this console.");
  }

  @Test
  void allAreKnownHere() {
    assertThat(console.answered())
        .filteredOn(each -> !each.startsWith("GET ") && !OTHERS.matcher(each).matches())
        .filteredOn(each -> !each.matches("(DELETE|PUT|HEAD) /(tags/.*|[A-Z].*)"))
        .containsExactlyInAnyOrderElementsOf(
            CHANGES.keySet().stream().map(path -> "POST " + path).toList());
  }

  @Test
  void whoMayNotIsToldAndChangesNothing() throws Exception {
    var before = kept();
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
      Person person = console.signedIn(role);
      String seal = seal(person);
      for (Map.Entry<String, Role> change : CHANGES.entrySet()) {
        if (role.compareTo(change.getValue()) < 0) {
          HttpResponse<String> answer = send(person, change.getKey(), seal);
          assertThat(answer.statusCode()).as(change.getKey()).isEqualTo(403);
          assertThat(answer.body())
              .as(change.getKey())
              .contains(
                  "You are signed in as %s, and this needs the role %s."
                      .formatted(role.label(), change.getValue().label()));
        }
      }
    }
    assertThat(kept()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void whoHasNotSignedInIsLedThereAndChangesNothing() throws Exception {
    var before = kept();
    String seal = seal(console.signedIn(Role.ADMIN));
    for (String path : CHANGES.keySet()) {
      HttpResponse<String> answer = send(console.anybody(), path, seal);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("location")).as(path).contains("/sign-in");
    }
    assertThat(kept()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aFormThatIsNotOursChangesNothing() throws Exception {
    var before = kept();
    Person ada = console.signedIn(Role.ADMIN);
    String own = seal(ada);
    String another = seal(console.signedIn(Role.ADMIN));
    for (String path : CHANGES.keySet()) {
      refuses(ada, path, "");
      refuses(ada, path, another);
      refuses(ada, path, own.substring(1));
      refuses(ada, path, "x".repeat(20_000));
      refuses(ada, path, own, "Origin", "https://evil.example");
      refuses(ada, path, own, "Origin", "null");
      refuses(ada, path, own, "Sec-Fetch-Site", "cross-site");
      refuses(ada, path, own, "Sec-Fetch-Site", "same-site");
    }
    assertThat(kept()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aSessionThatIsOverChangesNothing() throws Exception {
    NewAccessKey key = console.key(Role.ADMIN);
    Person byKey = console.anybody();
    byKey.post("/sign-in", "key", key.key().id(), "secret", key.secret().reveal());
    String sealOfKey = seal(byKey);
    console.keys().revoke(key.key().id());
    Person late = console.signedIn(Role.ADMIN);
    String sealOfLate = seal(late);
    console
        .database()
        .change(
            handle ->
                handle.execute("UPDATE console_session SET expires = 1 WHERE access_key = ''"));
    var before = kept();
    for (String path : CHANGES.keySet()) {
      assertThat(send(byKey, path, sealOfKey).headers().firstValue("location"))
          .as(path)
          .contains("/sign-in");
      assertThat(send(late, path, sealOfLate).headers().firstValue("location"))
          .as(path)
          .contains("/sign-in");
    }
    assertThat(kept()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void whatAFormHoldsBreaksNoLineOfTheAuditLog() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    String torn = "x\r\n{\"eventName\":\"Forged\"}\n\u2028\u0085\u0000y";
    ola.submit("/events", "/events", "kind", torn, torn, torn);
    console.signedIn(Role.VIEWER).submit("/", "/events", "title", torn);
    try (Stream<Path> files = Files.list(folder.resolve("data/audit"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
          assertThat(new ObjectMapper().readTree(line).path("eventName").asText())
              .isNotEqualTo("Forged")
              .isNotEmpty();
        }
      }
    }
  }
}
