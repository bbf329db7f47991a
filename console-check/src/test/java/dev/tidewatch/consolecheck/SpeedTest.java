package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.consolecheck.check.BrowserSpeed;
import dev.tidewatch.consolecheck.check.Measure;
import dev.tidewatch.consolecheck.world.WorldKind;
import org.junit.jupiter.api.Test;

/** That nobody waits; bin/console-check says how long in a large world. */
class SpeedTest extends BrowserTest {
  SpeedTest() {
    super(WorldKind.SHOP);
  }

  @Test
  void pagesAreSmallAndPaintedSoon() {
    assertThat(new BrowserSpeed(chromium(), world(), 3).measure())
        .isNotEmpty()
        .allMatch(Measure::kept);
  }
}
