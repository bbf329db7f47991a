package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.scoring.series.Severity;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromiseTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aLongPromiseIsItsReturnPeriod() {
    double days = 1_000 * Severity.returnPeriod(90).toSeconds() / 86_400.0;

    assertThat(Promise.alerts(90, HOUR, days)).isCloseTo(1_000, within(2.0));
  }

  @Test
  void valuesTooFarApartCannotShowAShortPromise() {
    assertThat(Promise.appliesTo(30, Duration.ofDays(1))).isFalse();
    assertThat(Promise.appliesTo(90, Duration.ofDays(1))).isTrue();
  }

  @Test
  void intervalsSevereByChanceMakeAsManyAlertsAsPromised() {
    double chance = (double) HOUR.toSeconds() / Severity.returnPeriod(30).toSeconds();
    SplittableRandom random = new SplittableRandom(1);
    AlertCount count = new AlertCount(30);
    int days = 10_000;
    for (int interval = 0; interval < days * 24; interval++) {
      count.add(random.nextDouble() < chance ? 30 : 0, true);
    }

    assertThat(count.alerts(0) / Promise.alerts(30, HOUR, days)).isCloseTo(1, within(0.02));
  }
}
