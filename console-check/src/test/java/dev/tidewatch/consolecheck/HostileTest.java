package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Names, values and notes that want to be more than text. */
class HostileTest extends BrowserTest {
  HostileTest() {
    super(WorldKind.HOSTILE);
  }

  private void staysWhatItIs(ConsolePage page, Look look) {
    Onlooker onlooker = visitor(Role.ADMIN, look);
    String path = page.path(world());
    String all = path + (path.contains("?") ? "&" : "?") + "sev=0";
    assertThat(onlooker.open(all).status()).isEqualTo(200);
    Page shown = onlooker.page();
    shown.waitForLoadState(LoadState.LOAD);
    assertThat(shown.evaluate("typeof window.hostile")).isEqualTo("undefined");
    assertThat(shown.locator("main script, main img, main svg[onload], [style*=hostile]").count())
        .isZero();
    assertThat(onlooker.stickingOut()).isEmpty();
    assertThat(shown.locator("h1").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGN_IN")
  void nothingRunsOnALaptop(ConsolePage page) {
    staysWhatItIs(page, Look.WIDE);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGN_IN")
  void nothingRunsOnATelephone(ConsolePage page) {
    staysWhatItIs(page, Look.NARROW);
  }
}
