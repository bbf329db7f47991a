package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console = Browsing.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private HttpResponse<String> withCookie(String cookie) throws Exception {
    return console
        .anybody()
        .send(HttpRequest.newBuilder(URI.create(console.url() + "/")).header("Cookie", cookie));
  }

  @Test
  void leadsWhoHasNotSignedInThereAndBack() throws Exception {
    NewAccessKey key = console.key(Role.VIEWER);
    Person ana = console.anybody();
    HttpResponse<String> asked = ana.get("/d/shop/a/1?from=-6h");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(location(asked)).isEqualTo("/sign-in?next=/d/shop/a/1%3Ffrom%3D-6h");
    HttpResponse<String> entered =
        ana.post(
            "/sign-in",
            "key",
            key.key().id(),
            "secret",
            key.secret().reveal(),
            "next",
            "/d/shop/a/1?from=-6h");
    assertThat(location(entered)).isEqualTo("/d/shop/a/1?from=-6h");
    assertThat(entered.headers().firstValue("set-cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(ana.page("/")).contains("viewer", "Sign out");
  }

  @Test
  void letsNobodyInWithAWrongSecretAndSlowsThemDown() throws Exception {
    NewAccessKey key = console.key(Role.ADMIN);
    Person mallory = console.anybody();
    HttpResponse<String> wrong = mallory.post("/sign-in", "key", key.key().id(), "secret", "wrong");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("the secret does not belong to it");
    for (int i = 0; i < 25; i++) {
      wrong = mallory.post("/sign-in", "key", key.key().id(), "secret", "wrong" + i);
    }
    assertThat(wrong.statusCode()).isEqualTo(429);
    assertThat(location(mallory.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aLinkSignsInOnceAndLookingAtItDoesNotUseItUp() throws Exception {
    String path = "/sign-in/" + console.link(Role.OPERATOR);
    Person ana = console.anybody();
    assertThat(ana.page(path)).contains("Sign in as operator");
    assertThat(ana.page(path)).contains("Sign in as operator");
    assertThat(ana.post(path).statusCode()).isEqualTo(303);
    assertThat(ana.page("/")).contains("operator");
    assertThat(console.anybody().post(path).statusCode()).isEqualTo(404);
  }

  @Test
  void asSoonAsAKeyIsRevokedItsSessionEnds() throws Exception {
    NewAccessKey key = console.key(Role.ADMIN);
    Person ana = console.anybody();
    ana.post("/sign-in", "key", key.key().id(), "secret", key.secret().reveal());
    assertThat(ana.get("/").statusCode()).isEqualTo(200);
    console.keys().revoke(key.key().id());
    assertThat(location(ana.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void whoSignsInGetsAnotherSessionAndTheFormerEnds() throws Exception {
    HttpResponse<String> planted =
        console
            .anybody()
            .send(
                HttpRequest.newBuilder(
                        URI.create(console.url() + "/sign-in/" + console.link(Role.VIEWER)))
                    .header("Cookie", "tidewatch=planted")
                    .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(planted.headers().firstValue("set-cookie").orElse(""))
        .startsWith("tidewatch=")
        .doesNotContain("planted");
    Person ana = console.signedIn(Role.VIEWER);
    String former = ana.session();
    ana.post("/sign-in/" + console.link(Role.OPERATOR));
    assertThat(ana.session()).isNotEqualTo(former);
    assertThat(location(withCookie(former))).isEqualTo("/sign-in");
  }

  @Test
  void signingOutEndsTheSessionEvenForWhoKeptTheCookie() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    String cookie = ana.session();
    assertThat(withCookie(cookie).statusCode()).isEqualTo(200);
    ana.submit("/", "/sign-out");
    assertThat(location(ana.get("/"))).isEqualTo("/sign-in");
    assertThat(location(withCookie(cookie))).isEqualTo("/sign-in");
  }

  @Test
  void leadsNowhereElse() throws Exception {
    for (String next :
        new String[] {
          "//evil.example",
          "https://evil.example",
          "/\\evil.example",
          "/.//evil.example",
          "/sign-out",
          "/\r\nA: b"
        }) {
      HttpResponse<String> entered =
          console.anybody().post("/sign-in/" + console.link(Role.VIEWER), "next", next);
      assertThat(location(entered)).as(next).isEqualTo("/");
    }
  }

  @Test
  void keepsBrowsersFromRunningForeignScripts() throws Exception {
    HttpResponse<String> page = console.signedIn(Role.VIEWER).get("/");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
  }
}
