package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.Accessibility;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page. */
class EveryPageTest extends BrowserTest {
  EveryPageTest() {
    super(WorldKind.SHOP);
  }

  private Onlooker at(ConsolePage page, Look look) {
    Onlooker onlooker = page.isOutside() ? stranger(look) : visitor(Role.ADMIN, look);
    assertThat(onlooker.open(page.path(world())).status()).isEqualTo(200);
    return onlooker;
  }

  @ParameterizedTest
  @EnumSource
  void canBeReadByAllOnALaptop(ConsolePage page) {
    Onlooker onlooker = at(page, Look.WIDE);
    assertThat(Accessibility.violations(onlooker)).isEmpty();
    assertThat(onlooker.stickingOut()).isEmpty();
    assertThat(onlooker.page().locator("h1").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void canBeReadByAllOnATelephoneInTheDark(ConsolePage page) {
    Onlooker onlooker = at(page, Look.NARROW.inTheDark());
    assertThat(Accessibility.violations(onlooker)).isEmpty();
    assertThat(onlooker.stickingOut()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void saysAllWithoutScripts(ConsolePage page) {
    Onlooker onlooker = at(page, Look.WIDE.withoutScripts());
    Page plain = onlooker.page();
    assertThat(plain.locator("h1").innerText()).isNotBlank();
    assertThat(plain.locator("main table, main dl, main form, main ul").count()).isPositive();
    assertThat(plain.locator("main button[type=button]:visible").count())
        .as("buttons that do nothing without scripts")
        .isZero();
    assertThat(
            plain.locator("select[data-submit-on-change]:visible").count() == 0
                || plain.locator("form:has(select[data-submit-on-change]) button:visible").count()
                    > 0)
        .as("what a script sends has a button, too")
        .isTrue();
  }
}
