package dev.tidewatch.scoring.group;

import java.time.Instant;
import java.time.zone.ZoneRules;

/**
 * What the clock on the wall shows in the middle of an interval.
 *
 * @param hour of the day, with its fraction
 * @param day of the week, 0 for Monday
 */
record LocalTime(double hour, int day) {
  private static final long DAY = 86_400;
  private static final int MONDAY = 3; // 1970-01-01 was a Thursday

  static LocalTime of(long epochSecond, long interval, ZoneRules zone) {
    long local = epochSecond + zone.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
    double second = (double) Math.floorMod(local, DAY) + (double) Math.min(interval, DAY - 1) / 2;
    int day = (int) Math.floorMod(Math.floorDiv(local, DAY) + MONDAY, 7L);
    return new LocalTime(Math.min(second, DAY - 1.0) / 3600, day);
  }
}
