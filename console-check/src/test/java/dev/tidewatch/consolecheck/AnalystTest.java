package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The way of somebody whom an alert woke: one world, one step after the other. */
@TestMethodOrder(OrderAnnotation.class)
class AnalystTest extends BrowserTest {
  AnalystTest() {
    super(WorldKind.SHOP);
  }

  private Page anomaly() {
    return open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY);
  }

  @Test
  @Order(1)
  void theLinkOfTheAlertLeadsToTheAnomalyAfterSigningIn() {
    NewAccessKey key = world().key(Role.OPERATOR);
    Onlooker woken = stranger(Look.NARROW);
    woken.open("/a/" + world().group().substring(0, 8));
    Page page = woken.page();
    page.getByLabel("Access key").fill(key.key().id());
    page.getByLabel("Secret").fill(key.secret().reveal());
    page.locator("button.main").click();
    assertThat(page.url()).isEqualTo(world().url() + ConsolePage.ANOMALY.path(world()));
    assertThat(page.locator("h1").innerText()).contains("91", "critical", "Revenue fell 62 %");
  }

  @Test
  @Order(2)
  void thePageSaysWhatHappenedAndDrawsIt() {
    Page page = anomaly();
    String seen = page.locator("main").innerText();
    assertThat(seen).contains("uk · mobile_app", "still going on", "3,118", "7,336", "9,058");
    assertThat(seen).contains("errors", "78 %", "5 minutes earlier");
    assertThat(seen).contains("oncall", "sent");
    Locator chart = drawnChart(page);
    Object colours =
        chart
            .locator("canvas")
            .first()
            .evaluate(
                "canvas => new Set(new Uint32Array(canvas.getContext('2d')"
                    + ".getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size");
    assertThat(((Number) colours).intValue()).as("colours in the picture").isGreaterThan(4);
  }

  @Test
  @Order(3)
  void whatWasNotedStandsInListChartAndTable() {
    Page page = anomaly();
    String noted = page.locator("#events").innerText();
    assertThat(noted).containsSubsequence("Black Friday", "deploy shop-api 4.12", "before");
    assertThat(noted).contains("No holiday was noted.").doesNotContain("Thanksgiving");
    Locator chart = drawnChart(page);
    Locator legend = chart.locator(".chart-legend .event");
    assertThat(legend.count()).isEqualTo(1);
    page.locator("#chart-table summary").click();
    page.locator("#chart-table td:has-text('deploy shop-api 4.12')").waitFor();
    assertThat(page.locator("#chart-table thead").innerText()).contains("Events");
    Locator events = chart.getByText("Events", new Locator.GetByTextOptions().setExact(true));
    events.first().click();
    assertThat(page.url()).contains("events=off");
    assertThat(legend.count()).isZero();
    page.reload();
    drawnChart(page);
    assertThat(legend.count()).isZero();
    assertThat(page.locator(".chart-tools button[aria-pressed=false]").allInnerTexts())
        .contains("Events");
  }

  @Test
  @Order(4)
  void aContributionLeadsToAllWithThatValue() {
    Page page = anomaly();
    page.locator("ul.shares a").first().click();
    page.waitForURL("**/?*");
    List<String> where = page.locator("td[data-label=Where]").allInnerTexts();
    assertThat(where).isNotEmpty().allSatisfy(each -> assertThat(each).containsAnyOf("uk", "all"));
    page.goBack();
    assertThat(page.locator("h1").innerText()).contains("Revenue fell");
  }

  @Test
  @Order(5)
  void aCauseLeadsToItsOwnAnomaly() {
    Page page = anomaly();
    page.locator("section[aria-labelledby=relations-title] a").first().click();
    page.waitForCondition(() -> page.locator("h1").innerText().contains("Errors rose"));
  }

  @Test
  @Order(6)
  void theListIsTakenAwayAsCsvAndJson() throws IOException {
    Page page = open(visitor(Role.VIEWER, Look.WIDE), ConsolePage.OVERVIEW);
    Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
    List<String> lines = Files.readAllLines(csv.path());
    int rows = page.locator("table.rows tbody tr").count();
    assertThat(lines).hasSize(rows + 1);
    assertThat(lines.get(0)).contains("severity", "measure");
    assertThat(lines).anyMatch(line -> line.contains(world().group()));
    Download json = page.waitForDownload(() -> page.getByText("JSON").click());
    assertThat(Files.readString(json.path())).startsWith("[").contains(world().group());
  }

  @Test
  @Order(7)
  void aMuteIsSetAndShown() {
    Page page = anomaly();
    page.locator("#mute form").first().locator("button").first().click();
    assertThat(page.locator(".notice.good").innerText()).containsIgnoringCase("mute");
    List<String> mutes =
        world()
            .read(
                handle ->
                    handle
                        .createQuery("SELECT scope FROM mute WHERE measure = 'revenue'")
                        .mapTo(String.class)
                        .list());
    assertThat(mutes).singleElement().asString().contains("uk", "mobile_app");
  }

  @Test
  @Order(8)
  void anAlertTellsItAgain() {
    Page page = anomaly();
    Locator told =
        page.locator("#told li").filter(new Locator.FilterOptions().setHasText("oncall"));
    told.getByText("Resend").click();
    page.locator("dialog[open] button.danger").click();
    page.locator(".notice.good").waitFor();
    assertThat(page.locator(".notice.good").innerText()).contains("oncall");
    assertThat(told.allInnerTexts())
        .satisfiesExactly(
            first -> assertThat(first).contains("opened: sent"),
            again -> assertThat(again).contains("opened, repeated").doesNotContain("Resend"));
  }

  @Test
  @Order(9)
  void aFalseAlarmMakesItsLookAlikeQuieter() {
    String first = world().group();
    Page page = anomaly();
    page.getByLabel("False alarm").check();
    page.getByLabel("Cause, if you know it").fill("campaign");
    page.getByLabel("Note").fill("We moved the app's shop window");
    page.locator("#feedback button.main").click();
    assertThat(page.locator(".notice.good").innerText()).contains("False alarm");
    assertThat(page.locator("#feedback").innerText())
        .contains("False alarm", "campaign", "We moved the app's shop window", "operator");

    String second = world().happensAgain(first, Duration.ofDays(1));
    page.navigate(world().url() + "/d/shop/a/" + second);
    String title = page.locator("h1").innerText();
    int severity = Integer.parseInt(title.replaceAll("\\D*(\\d+).*", "$1").strip());
    assertThat(severity).as(title).isLessThan(85);
    assertThat(page.locator("main").innerText()).contains("91 became " + severity);
  }

  @Test
  @Order(10)
  void theOverviewShowsBoth() {
    Page page = open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.OVERVIEW);
    page.navigate(world().url() + "/?sev=3&q=uk");
    List<String> found =
        page.locator("table.rows tbody tr").allInnerTexts().stream()
            .filter(row -> row.contains("Revenue fell 62 %"))
            .toList();
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).contains("open");
    assertThat(found.get(1)).contains("over", "91");
  }
}
