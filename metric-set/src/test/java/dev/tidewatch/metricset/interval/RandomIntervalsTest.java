package dev.tidewatch.metricset.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every interval of every zone. */
class RandomIntervalsTest {
  private static final long FIRST_SECOND = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("2060-01-01T00:00:00Z").getEpochSecond();
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  @ParameterizedTest
  @EnumSource
  void anInstantLiesInTheOneIntervalThatItsStartNames(IntervalLength length) {
    Random random = new Random(3);
    for (String zone : ZONES) {
      var calendar = new IntervalCalendar(length, ZoneId.of(zone));
      for (int i = 0; i < 20; i++) {
        Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND));
        Interval interval = calendar.intervalOf(instant);
        String place = length + " around " + instant + " in " + zone;
        assertThat(interval.contains(instant)).as(place).isTrue();
        assertThat(calendar.intervalOf(interval.start())).as(place).isEqualTo(interval);
        assertThat(calendar.startingAt(calendar.localStart(interval))).as(place).contains(interval);
        assertThat(startsOnTheGridOrAtAChange(calendar, interval)).as(place).isTrue();
      }
    }
  }

  private static boolean startsOnTheGridOrAtAChange(IntervalCalendar calendar, Interval interval) {
    LocalTime start = calendar.localStart(interval).toLocalTime();
    long length = calendar.length().duration().toSeconds();
    var rules = calendar.zone().getRules();
    Instant before = interval.start().minusNanos(1);
    return start.toSecondOfDay() % length == 0
        || !rules.getOffset(before).equals(rules.getOffset(interval.start()));
  }
}
