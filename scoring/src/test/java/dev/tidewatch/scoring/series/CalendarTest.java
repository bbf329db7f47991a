package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CalendarTest {
  @Test
  void cutsTheDayIntoSlotsAndTheWeekIntoHours() {
    Calendar calendar = new Calendar(300, ZoneOffset.UTC);
    calendar.moveTo(Instant.parse("2024-01-02T13:07:00Z").getEpochSecond()); // a Tuesday
    assertThat(calendar.slots()).isEqualTo(288);
    assertThat(calendar.slot()).isEqualTo(13 * 12 + 1);
    assertThat(calendar.part()).isEqualTo(13);
    assertThat(calendar.weekSlot()).isEqualTo(24 + 13);
  }

  @Test
  void putsFiveMinutesIntoASlotOfMinutelyValues() {
    Calendar calendar = new Calendar(60, ZoneOffset.UTC);
    assertThat(calendar.slots()).isEqualTo(288);
    assertThat(calendar.valuesPerSlot()).isEqualTo(5);
    assertThat(calendar.valuesPerSeason()).isEqualTo(1440);
  }

  @Test
  void takesTheWeekForTheSeasonOfDailyValues() {
    Calendar calendar = new Calendar(86_400, ZoneOffset.UTC);
    calendar.moveTo(Instant.parse("2024-01-07T00:00:00Z").getEpochSecond()); // a Sunday
    assertThat(calendar.slots()).isEqualTo(7);
    assertThat(calendar.slot()).isEqualTo(6);
  }

  @Test
  void keepsToTheClockOnTheWall() {
    Calendar calendar = new Calendar(3600, ZoneId.of("Europe/Berlin"));
    calendar.moveTo(Instant.parse("2024-03-30T08:00:00Z").getEpochSecond());
    assertThat(calendar.slot()).isEqualTo(9);
    calendar.moveTo(Instant.parse("2024-03-31T08:00:00Z").getEpochSecond());
    assertThat(calendar.slot()).isEqualTo(10);
    calendar.moveTo(Instant.parse("2024-03-30T08:00:00Z").getEpochSecond());
    assertThat(calendar.slot()).isEqualTo(9);
  }

  @Test
  void knowsDaysBefore1970() {
    Calendar calendar = new Calendar(3600, ZoneOffset.UTC);
    calendar.moveTo(-3600); // Wednesday, 23:00
    assertThat(calendar.weekSlot()).isEqualTo(2 * 24 + 23);
  }
}
