package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertCountTest {
  private final AlertCount count = new AlertCount(50, 90);

  @Test
  void joinsARunAndWhatFollowsWithinThreeIntervals() {
    feed(60, 60, 0, 0, 0, 60, 0, 0, 0, 0, 60);

    assertThat(count.alerts(0)).isEqualTo(2);
    assertThat(count.alerts(1)).isZero();
    assertThat(count.intervals()).isEqualTo(11);
  }

  @Test
  void anAlertThatBeganInAStretchLeftOutIsNotCountedInTheNext() {
    count.add(60, false);
    feed(60, 60);

    assertThat(count.alerts(0)).isZero();
    assertThat(count.intervals()).isEqualTo(2);
  }

  @Test
  void anotherSeriesBeginsQuiet() {
    feed(60);
    count.begin();
    feed(60);

    assertThat(count.alerts(0)).isEqualTo(2);
  }

  private void feed(double... severities) {
    for (double severity : severities) {
      count.add(severity, true);
    }
  }
}
