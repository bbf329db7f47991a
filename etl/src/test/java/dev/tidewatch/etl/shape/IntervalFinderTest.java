package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalFinderTest {
  @ParameterizedTest
  @CsvSource({
    "PT5M, UTC",
    "PT10M, Asia/Kathmandu",
    "PT1H, Europe/Berlin",
    "PT1H, Australia/Lord_Howe",
    "P1D, America/New_York"
  })
  void findsWhatTheCalendarFinds(IntervalLength length, String zone) {
    IntervalCalendar calendar = new IntervalCalendar(length, ZoneId.of(zone));
    IntervalFinder finder = new IntervalFinder(calendar);
    Random random = new Random(3);
    Instant from = Instant.parse("2026-03-01T00:00:00Z");
    long span = Duration.ofDays(300).toMillis();
    for (int i = 0; i < 20_000; i++) {
      Instant instant = from.plusMillis((long) (random.nextDouble() * span));
      finder.find(instant.toEpochMilli());
      Interval expected = calendar.intervalOf(instant);
      assertThat(Instant.ofEpochMilli(finder.start()))
          .as("%s", instant)
          .isEqualTo(expected.start());
      assertThat(Instant.ofEpochMilli(finder.end())).as("%s", instant).isEqualTo(expected.end());
    }
  }
}
