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

  @Test
  void aNewAnomalyAppearsByItselfAndTheFocusStays() {
    Page page = open(visitor(Role.VIEWER, Look.WIDE), ConsolePage.OVERVIEW);
    page.locator("[data-live-state]")
        .filter(new Locator.FilterOptions().setHasText("live"))
        .waitFor();
    page.evaluate("window.notReloaded = true");
    page.locator("input[type=search]").focus();
    page.keyboard().type("half a wo");
    int before = page.locator("table.rows tbody tr").count();
    String id = world().happensAgain(world().group(), Duration.ofMinutes(10));
    page.locator("td a[href*='" + id + "']").waitFor();
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(before + 1);
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.value")).isEqualTo("half a wo");
  }
}
