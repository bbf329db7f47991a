package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.consolecheck.check.BrowserSpeed;
import dev.tidewatch.consolecheck.check.Measure;
import dev.tidewatch.consolecheck.world.WorldKind;
import org.junit.jupiter.api.Test;

/** That pages are small; how long they take is for bin/console-check, on a quiet machine. */
class SpeedTest extends BrowserTest {
  SpeedTest() {
    super(WorldKind.SHOP);
  }

  @Test
  void pagesAreSmall() {
    assertThat(new BrowserSpeed(chromium(), world(), 1).measure())
        .filteredOn(measure -> measure.what().contains("transferred"))
        .isNotEmpty()
        .allMatch(Measure::kept);
  }
}
