package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.tidewatch.consolecheck.browser.Accessibility;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who may do what, and that nobody else can do it for them. */
class RolesTest extends BrowserTest {
  RolesTest() {
    super(WorldKind.SHOP);
  }

  private static String seal(Page page) {
    return page.locator("form[action='/sign-out'] input[name=seal]").getAttribute("value");
  }

  private String judging() {
    return ConsolePage.ANOMALY.path(world()) + "/feedback";
  }

  private APIResponse judge(Page page, RequestOptions options) {
    return page.request().post(judging(), options.setMaxRedirects(0));
  }

  private int judgements() {
    return world()
        .read(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM feedback WHERE anomaly_group = ?")
                    .bind(0, world().group())
                    .mapTo(Integer.class)
                    .one());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGN_IN")
  void aViewerSeesNothingToChange(ConsolePage page) {
    Onlooker viewer = visitor(Role.VIEWER, Look.WIDE).forgiving("status of 403");
    int status = viewer.open(page.path(world())).status();
    assertThat(status).isIn(200, 403);
    assertThat(viewer.page().locator("form[method=post]:not([action='/sign-out'])").count())
        .isZero();
  }

  @Test
  void aViewerIsRefusedWhatTheyPost() {
    Page page = open(visitor(Role.VIEWER, Look.WIDE), ConsolePage.ANOMALY);
    FormData form = FormData.create().set("seal", seal(page)).set("word", "FALSE_ALARM");
    APIResponse answer = judge(page, RequestOptions.create().setForm(form));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("needs the role operator");
    assertThat(judgements()).isZero();
  }

  @Test
  void onlyAnAdminSeesWhoMayComeInAndWhoChangedWhat() {
    String key = world().key(Role.OPERATOR).key().id();
    Page viewer = open(visitor(Role.VIEWER, Look.WIDE), ConsolePage.SYSTEM);
    FormData form = FormData.create().set("seal", seal(viewer)).set("word", "FALSE_ALARM");
    judge(viewer, RequestOptions.create().setForm(form));
    assertThat(viewer.locator("main").innerText())
        .contains("database", "well")
        .doesNotContain(key, "Access keys", "PutFeedback");
    for (Look look : List.of(Look.WIDE, Look.NARROW.inTheDark())) {
      Onlooker admin = visitor(Role.ADMIN, look);
      admin.open(ConsolePage.SYSTEM.path(world()) + "?sizes=yes");
      assertThat(admin.page().locator("main").innerText())
          .contains(key, "PutFeedback", "console/viewer", "operator needed", "Points of series");
      assertThat(Accessibility.violations(admin)).isEmpty();
      assertThat(admin.stickingOut()).isEmpty();
    }
  }

  @Test
  void aFormWithoutOurSealIsRefused() {
    Page page = open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY);
    FormData form = FormData.create().set("word", "FALSE_ALARM");
    assertThat(judge(page, RequestOptions.create().setForm(form)).status()).isEqualTo(403);
    assertThat(judgements()).isZero();
  }

  @Test
  void aFormWithTheSealOfSomebodyElseIsRefused() {
    String other = seal(open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY));
    Page page = open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY);
    FormData form = FormData.create().set("seal", other).set("word", "FALSE_ALARM");
    assertThat(judge(page, RequestOptions.create().setForm(form)).status()).isEqualTo(403);
    assertThat(judgements()).isZero();
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    Page page = open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY);
    FormData form = FormData.create().set("seal", seal(page)).set("word", "FALSE_ALARM");
    RequestOptions forged =
        RequestOptions.create().setForm(form).setHeader("Origin", "https://evil.example");
    assertThat(judge(page, forged).status()).isEqualTo(403);
    assertThat(judgements()).isZero();
  }

  @Test
  void aForgedPageInTheSameBrowserChangesNothing() {
    Onlooker victim =
        visitor(Role.OPERATOR, Look.WIDE).forgiving("status of 403").forgiving("evil.example");
    String target = world().url() + judging();
    Page page = victim.page();
    page.route(
        "http://evil.example/",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<form method=post action='"
                            + target
                            + "'><input name=word value=FALSE_ALARM>"
                            + "<button>You have won</button></form>")));
    page.navigate("http://evil.example/");
    page.locator("button").click();
    page.waitForURL(world().url() + "/sign-in"); // the browser sent no cookie
    assertThat(judgements()).isZero();
  }
}
