package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.api.Test;

/** What people do, in a browser that runs no scripts. */
class WithoutScriptsTest extends BrowserTest {
  WithoutScriptsTest() {
    super(WorldKind.SHOP);
  }

  private Page at(ConsolePage page) {
    return open(visitor(Role.OPERATOR, Look.NARROW.withoutScripts()), page);
  }

  @Test
  void theListIsNarrowedDown() {
    Page page = at(ConsolePage.OVERVIEW);
    int before = page.locator("table.rows tbody tr").count();
    page.locator(".filters select[name=measure]").selectOption("orders");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).first().click();
    page.waitForURL("**measure=orders*");
    assertThat(page.locator("table.rows tbody tr").count()).isPositive().isLessThan(before);
    assertThat(page.locator("td[data-label=What]").allInnerTexts())
        .allMatch(what -> what.startsWith("Orders"));
  }

  @Test
  void anAnomalyIsReadAsATableAndJudged() {
    Page page = at(ConsolePage.ANOMALY);
    page.locator("#chart-table summary").click();
    assertThat(page.locator("#chart-table td[data-label=Value]").allInnerTexts()).contains("3,118");
    page.getByLabel("Confirmed").check();
    page.locator("#feedback button.main").click();
    assertThat(page.locator(".notice.good").innerText()).contains("Confirmed");
  }

  @Test
  void aMuteIsSet() {
    Page page = at(ConsolePage.ANOMALY);
    page.locator("#mute form").first().locator("button").first().click();
    assertThat(page.locator(".notice.good").innerText()).containsIgnoringCase("mute");
  }
}
