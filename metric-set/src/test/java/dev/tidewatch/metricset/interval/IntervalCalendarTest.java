package dev.tidewatch.metricset.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalCalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The table of the AWS article. */
  @ParameterizedTest
  @CsvSource({
    "PT5M, 19:18:28, 19:15:00",
    "PT10M, 19:18:28, 19:10:00",
    "PT5M, 19:21:15, 19:20:00",
    "PT10M, 19:21:15, 19:20:00"
  })
  void startsAtTheLastBoundaryNotAfterTheEvent(IntervalLength length, String event, String start) {
    var calendar = new IntervalCalendar(length, ZoneId.of("UTC"));
    assertThat(calendar.intervalOf(Instant.parse("2021-06-02T" + event + "Z")).start())
        .isEqualTo(Instant.parse("2021-06-02T" + start + "Z"));
  }

  @Test
  void aDayHas23HoursWhenDaylightSavingBegins() {
    Interval day =
        new IntervalCalendar(IntervalLength.P1D, BERLIN)
            .intervalOf(Instant.parse("2026-03-29T10:00:00Z"));
    assertThat(day.start()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void anHourTheClockShowsTwiceIsTwoIntervals() {
    var calendar = new IntervalCalendar(IntervalLength.PT1H, BERLIN);
    assertThat(calendar.startingAt(LocalDateTime.parse("2026-10-25T02:00:00")))
        .extracting(Interval::start)
        .containsExactly(
            Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
  }

  @Test
  void anHourTheClockSkipsIsNoInterval() {
    var calendar = new IntervalCalendar(IntervalLength.PT1H, BERLIN);
    assertThat(calendar.startingAt(LocalDateTime.parse("2026-03-29T02:00:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, Asia/Kathmandu", "PT1H, Australia/Lord_Howe", "P1D, America/Sao_Paulo",
    "PT5M, Europe/Berlin", "P1D, Pacific/Apia", "PT1H, America/New_York"
  })
  void intervalsLeaveNoGapAndDoNotOverlap(IntervalLength length, String zone) {
    var calendar = new IntervalCalendar(length, ZoneId.of(zone));
    Interval interval = calendar.intervalOf(Instant.parse("2011-12-01T00:00:00Z"));
    for (int i = 0; i < 10_000; i++) {
      Interval next = calendar.after(interval);
      assertThat(next.start()).isEqualTo(interval.end());
      assertThat(calendar.before(next)).isEqualTo(interval);
      assertThat(calendar.intervalOf(next.end().minusNanos(1))).isEqualTo(next);
      interval = next;
    }
  }
}
