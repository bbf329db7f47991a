package dev.tidewatch.scoring.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LocalTimeTest {
  private static final long HOUR = 3600;

  @Test
  void isAboutTheMiddleOfTheInterval() {
    LocalTime time = LocalTime.of(5 * HOUR, HOUR, ZoneOffset.UTC.getRules());

    assertThat(time.hour()).isCloseTo(5.5, within(1e-9));
    assertThat(time.day()).isEqualTo(3);
  }

  @Test
  void followsTheClockOnTheWall() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    long summer = 1_751_320_800; // 2025-06-30 22:00 UTC, Tuesday 00:00 in Berlin

    LocalTime time = LocalTime.of(summer, 300, berlin.getRules());

    assertThat(time.day()).isEqualTo(1);
    assertThat(time.hour()).isBetween(0.0, 0.1);
  }

  @Test
  void knowsTheDayOfDailyValues() {
    LocalTime monday = LocalTime.of(4 * 86_400, 86_400, ZoneOffset.UTC.getRules());

    assertThat(monday.day()).isZero();
    assertThat(monday.hour()).isBetween(0.0, 24.0);
  }
}
