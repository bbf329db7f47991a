package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A page that is open sees what happens, and leaves whoever reads it in peace. */
class LiveTest extends BrowserTest {
  LiveTest() {
    super(WorldKind.SHOP);
  }

  /** The server tells open pages of what it did itself: here of what a colleague said. */
  private void judge(Page colleague) {
    colleague.getByLabel("Confirmed").check();
    colleague.locator("#feedback button.main").click();
    colleague.locator(".notice.good").waitFor();
  }

  private Page watching(Role role, ConsolePage where) {
    Page page = open(visitor(role, Look.WIDE), where);
    page.locator("[data-live-state]")
        .filter(new Locator.FilterOptions().setHasText("live"))
        .waitFor();
    page.evaluate("window.notReloaded = true");
    return page;
  }

  @Test
  void aNewAnomalyAppearsByItselfAndTheFocusStays() {
    Page page = watching(Role.VIEWER, ConsolePage.OVERVIEW);
    Page colleague = open(visitor(Role.OPERATOR, Look.WIDE), ConsolePage.ANOMALY);
    page.locator("input[type=search]").focus();
    page.keyboard().type("half a wo");
    int before = page.locator("table.rows tbody tr").count();
    String id = world().happensAgain(world().group(), Duration.ofMinutes(10));
    judge(colleague);
    page.locator("td a[href*='" + id + "']").waitFor();
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(before + 1);
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.value")).isEqualTo("half a wo");
  }

  @Test
  void whatAColleagueSaysAppearsWhileSomebodyWrites() {
    Page page = watching(Role.OPERATOR, ConsolePage.ANOMALY);
    page.getByLabel("Note").fill("I think that");
    judge(open(visitor(Role.ADMIN, Look.WIDE), ConsolePage.ANOMALY));
    page.locator("#feedback [data-live-part=said] li").first().waitFor();
    assertThat(page.locator("#feedback [data-live-part=said]").innerText()).contains("admin");
    assertThat(page.getByLabel("Note").inputValue()).isEqualTo("I think that");
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
  }
}
