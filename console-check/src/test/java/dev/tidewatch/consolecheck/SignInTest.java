package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.api.Test;

/** Signing in and out. */
class SignInTest extends BrowserTest {
  SignInTest() {
    super(WorldKind.EMPTY);
  }

  private static void fill(Page page, String key, String secret) {
    page.getByLabel("Access key").fill(key);
    page.getByLabel("Secret").fill(secret);
    page.locator("button.main").click();
  }

  @Test
  void isRefusedWithAWrongSecretAndSaysWhy() {
    NewAccessKey key = world().key(Role.VIEWER);
    Onlooker stranger = stranger(Look.WIDE).forgiving("status of 403");
    Page page = open(stranger, ConsolePage.OVERVIEW);
    assertThat(page.url()).endsWith("/sign-in");
    fill(page, key.key().id(), "not-the-secret-of-this-key-0123456789ab");
    assertThat(page.locator("[role=alert]").innerText()).contains("does not belong to it");
    assertThat(page.content()).doesNotContain("not-the-secret");
    open(stranger, ConsolePage.OVERVIEW);
    assertThat(page.url()).endsWith("/sign-in");
  }

  @Test
  void leadsToThePageThatWasAskedFor() {
    NewAccessKey key = world().key(Role.OPERATOR);
    Onlooker stranger = stranger(Look.NARROW);
    stranger.open("/?sev=25&from=-30d");
    fill(stranger.page(), key.key().id(), key.secret().reveal());
    assertThat(stranger.page().url()).isEqualTo(world().url() + "/?sev=25&from=-30d");
    assertThat(stranger.page().locator(".who .name").innerText()).contains("operator");
  }

  @Test
  void aLinkSignsInOnce() {
    String link = world().link(Role.VIEWER);
    Onlooker first = stranger(Look.WIDE).signIn(link);
    assertThat(first.page().locator(".who .name").innerText()).contains("viewer");
    Onlooker second = stranger(Look.WIDE).forgiving("status of 404");
    second.page().navigate(link);
    assertThat(second.page().locator("[role=alert]").innerText()).contains("has been used");
  }

  @Test
  void worksWithoutScripts() {
    Onlooker plain = visitor(Role.ADMIN, Look.WIDE.withoutScripts());
    assertThat(plain.page().locator(".who .name").innerText()).contains("admin");
  }

  @Test
  void nothingIsSeenAfterSigningOut() {
    Onlooker visitor = visitor(Role.ADMIN, Look.WIDE);
    Page page = visitor.page();
    page.getByText("Sign out").click();
    page.waitForURL("**/sign-in");
    page.goBack();
    assertThat(page.url()).as("nothing was kept in the browser").endsWith("/sign-in");
  }
}
