package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.consolecheck.browser.Accessibility;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that lead nowhere. */
class TroubleTest extends BrowserTest {
  TroubleTest() {
    super(WorldKind.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/d/nobody",
        "/d/nobody/a/5d0f",
        "/d/%3Cscript%3E/dataset",
        "/alerts/nobody",
        "/no-such-page"
      })
  void arePagesThatSayWhatToDo(String path) {
    Onlooker onlooker = visitor(Role.VIEWER, Look.NARROW).forgiving("status of 404");
    assertThat(onlooker.open(path).status()).isEqualTo(404);
    assertThat(onlooker.page().locator("h1").count()).isEqualTo(1);
    assertThat(onlooker.page().locator("main a").count()).as("a way back").isPositive();
    assertThat(Accessibility.violations(onlooker)).isEmpty();
    assertThat(onlooker.stickingOut()).isEmpty();
  }
}
