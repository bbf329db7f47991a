package dev.tidewatch.detector.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing.Person;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What browsers are told with every answer, also with those that nobody wrote a page for. */
class HeadersTest {
  private static final List<String> NEEDED =
      List.of(
          "content-security-policy",
          "x-content-type-options",
          "x-frame-options",
          "referrer-policy",
          "cache-control");

  @TempDir private static Path folder;
  private static Browsing console;

  @BeforeAll
  static void start() {
    console = Browsing.start(folder.resolve("data")).with(findings -> findings.detector(1, "shop"));
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(console.url() + path));
  }

  private static void guarded(HttpResponse<?> answer, int status) {
    HttpHeaders headers = answer.headers();
    String asked = answer.request().method() + " " + answer.uri().getPath();
    assertThat(answer.statusCode()).as(asked).isEqualTo(status);
    assertThat(headers.map().keySet()).as(asked).containsAll(NEEDED);
    for (String each : NEEDED) {
      assertThat(headers.allValues(each)).as(asked + " " + each).hasSize(1);
    }
    assertThat(headers.firstValue("content-security-policy").orElse(""))
        .as(asked)
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("cache-control")).as(asked).contains("no-store");
  }

  @Test
  void pagesAndFilesAreGuarded() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    guarded(vera.get("/"), 200);
    guarded(vera.get("/system"), 200);
    guarded(vera.get("/anomalies.csv"), 200);
    guarded(vera.get("/anomalies.json"), 200);
    guarded(vera.get("/events.csv"), 200);
    guarded(vera.get("/events.json"), 200);
    guarded(vera.get("/feedback.csv"), 200);
    guarded(vera.get("/d/shop/log.csv"), 200);
    guarded(console.anybody().get("/sign-in"), 200);
  }

  @Test
  void refusalsAreGuarded() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    guarded(console.anybody().get("/system"), 303);
    guarded(console.anybody().post("/events"), 303);
    guarded(console.anybody().get("/live"), 401);
    guarded(console.anybody().get("/sign-in/none"), 404);
    guarded(console.anybody().post("/sign-in", "key", "a", "secret", "b"), 403);
    guarded(vera.post("/events"), 403);
    guarded(vera.get("/alerts/-/new"), 403);
    guarded(vera.get("/d/nothing"), 404);
    guarded(vera.get("/assets/1/none.js"), 404);
    guarded(vera.get("/a/00000000"), 404);
    guarded(vera.send(request("/nowhere").header("Accept", "text/html")), 404);
    guarded(console.signedIn(Role.OPERATOR).submit("/events", "/events", "kind", "deploy"), 422);
  }

  @Test
  void whatNoRouteTakesIsGuarded() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    guarded(ada.post("/system"), 404);
    guarded(ada.send(request("/events").PUT(BodyPublishers.noBody())), 404);
    guarded(ada.send(request("/events").method("DELETE", BodyPublishers.noBody())), 404);
    guarded(ada.get("/" + "a".repeat(20_000)), 414);
    guarded(ada.get("/?q=" + "a".repeat(20_000)), 414);
  }

  @Test
  void aFormThatIsTooLongOrTornIsRefusedWithASentence() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    for (String path : List.of("/events", "/sign-in", "/sign-out")) {
      HttpResponse<String> large = form(ola, path, "title=" + "a".repeat(1_500_000));
      assertThat(large.statusCode()).as(path).isIn(303, 400, 403, 413);
      guarded(large, large.statusCode());
      for (String torn : List.of("a=%zz", "a=%", "a=%C3%28", "=&&==&%00=%00", "a&".repeat(5_000))) {
        HttpResponse<String> answer = form(ola, path, torn);
        assertThat(answer.statusCode()).as(path + " " + torn).isIn(303, 400, 403);
        guarded(answer, answer.statusCode());
      }
    }
  }

  private static HttpResponse<String> form(Person person, String path, String body)
      throws Exception {
    return person.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void whatIsNoHttpIsGuarded() throws Exception {
    for (String line : List.of("GET /%zz HTTP/1.1", "GET /a/..;/b HTTP/1.1", "GET / HTTP/9.9")) {
      assertThat(raw(line)).as(line).contains(NEEDED).containsPattern("^http/1.1 (4|505)");
    }
    assertThat(raw("TRACE / HTTP/1.1")).contains(NEEDED).doesNotContain("200 ok");
  }

  private static String raw(String line) throws Exception {
    URI url = URI.create(console.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write((line + "\r\nHost: a\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII).toLowerCase(Locale.ROOT);
    }
  }

  @Test
  void whatIsToldLiveIsGuarded() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    HttpResponse<InputStream> live =
        vera.client().send(request("/live").build(), BodyHandlers.ofInputStream());
    guarded(live, 200);
    live.body().close();
  }

  @Test
  void filesOfTheProgramAreKeptForEver() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    String path = vera.page("/").replaceAll("(?s).*\"(/assets/[^\"]+/console.css)\".*", "$1");
    HttpResponse<String> file = vera.get(path);
    assertThat(file.headers().allValues("cache-control"))
        .hasSize(1)
        .first()
        .asString()
        .contains("immutable");
    assertThat(file.headers().map().keySet()).containsAll(NEEDED);
  }
}
