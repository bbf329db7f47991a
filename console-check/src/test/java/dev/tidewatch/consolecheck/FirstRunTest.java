package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.Accessibility;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A server on which nobody has declared anything. */
class FirstRunTest extends BrowserTest {
  FirstRunTest() {
    super(WorldKind.EMPTY);
  }

  @Test
  void theOverviewSaysHowToBegin() {
    Page page = open(visitor(Role.ADMIN, Look.WIDE), ConsolePage.OVERVIEW);
    assertThat(page.locator("main").innerText()).containsIgnoringCase("detector");
    assertThat(page.locator("main ol li").count()).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"OVERVIEW", "DETECTORS", "ALERTS", "BACKTEST", "FEEDBACK", "SYSTEM"})
  void everyListExplainsThatItIsEmpty(ConsolePage page) {
    Onlooker onlooker = visitor(Role.ADMIN, Look.NARROW);
    assertThat(onlooker.open(page.path(world())).status()).isEqualTo(200);
    assertThat(Accessibility.violations(onlooker)).isEmpty();
    assertThat(onlooker.stickingOut()).isEmpty();
    assertThat(onlooker.page().locator("main").innerText().strip()).hasSizeGreaterThan(40);
  }
}
