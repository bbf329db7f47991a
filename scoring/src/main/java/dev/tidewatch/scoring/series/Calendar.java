package dev.tidewatch.scoring.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Which part of the day and of the week a moment belongs to, on the clocks of a zone. Seasons
 * follow the clock on the wall: a shop opens at nine also after the hour was put forward.
 */
final class Calendar {
  private static final int DAY = 86_400;
  private static final int MOST_SLOTS = 288;
  private static final int DAYS_TO_MONDAY = 3; // 1970-01-01 was a Thursday

  private final ZoneRules rules;
  private final int interval;
  private final int slotSeconds;
  private long offsetFrom = Long.MAX_VALUE;
  private long offsetUntil = Long.MIN_VALUE;
  private int offset;
  private long localDay;
  private int secondOfDay;

  Calendar(int intervalSeconds, ZoneId zone) {
    this.rules = zone.getRules();
    this.interval = intervalSeconds;
    this.slotSeconds = Math.max(intervalSeconds, DAY / MOST_SLOTS);
  }

  /** From here on all answers are about this moment. */
  void moveTo(long epochSecond) {
    if (epochSecond < offsetFrom || epochSecond >= offsetUntil) {
      findOffset(epochSecond);
    }
    long local = epochSecond + offset;
    localDay = Math.floorDiv(local, DAY);
    secondOfDay = (int) (local - localDay * DAY);
  }

  private void findOffset(long epochSecond) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
    offsetFrom = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }

  boolean daily() {
    return interval == DAY;
  }

  /**
   * How many parts the short season has: the slots of a day, at most 288; of daily values, the days
   * of a week.
   */
  int slots() {
    return daily() ? 7 : DAY / slotSeconds;
  }

  int slot() {
    return daily() ? dayOfWeek() : secondOfDay / slotSeconds;
  }

  /** How many values fall into one slot. */
  int valuesPerSlot() {
    return Math.max(1, slotSeconds / interval);
  }

  /** Values of one turn of the short season: a day, or of daily values a week. */
  int valuesPerSeason() {
    return slots() * valuesPerSlot();
  }

  /** How many parts the day (of daily values: the week) has for the purpose of scatter. */
  int parts() {
    return daily() ? 7 : Math.min(24, slots());
  }

  int part() {
    return daily() ? dayOfWeek() : (int) ((long) secondOfDay * parts() / DAY);
  }

  /** Hours of a week. */
  int weekSlots() {
    return daily() ? 7 : 7 * parts();
  }

  int weekSlot() {
    return daily() ? dayOfWeek() : dayOfWeek() * parts() + part();
  }

  private int dayOfWeek() {
    return (int) Math.floorMod(localDay + DAYS_TO_MONDAY, 7L);
  }
}
