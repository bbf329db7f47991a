package dev.tidewatch.consolecheck.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A measure as a shop has it: more by day than by night, more on weekends, and never twice the
 * same.
 */
record Curve(double height, double noise, long seed) {
  double expected(Instant time) {
    ZonedDateTime local = time.atZone(ZoneOffset.UTC);
    double hour = local.getHour() + local.getMinute() / 60.0;
    double day =
        1 + 0.55 * Math.sin((hour - 9) / 24 * 2 * Math.PI) + 0.15 * Math.sin(hour / 6 * Math.PI);
    double week = local.getDayOfWeek().getValue() >= 6 ? 1.25 : 1;
    return height * day * week;
  }

  /** What chance makes of what is expected: a factor, the same for the same time and series. */
  double luck(long time, long series) {
    return Math.max(0, 1 + noise * bell(time + 31L * series));
  }

  /** About standard normal, the same for the same number. */
  private double bell(long number) {
    double sum = 0;
    for (int i = 1; i <= 6; i++) {
      sum += (mix(number * 6 + i + seed * 1_000_003) >>> 11) * 0x1.0p-53;
    }
    return (sum - 3) * Math.sqrt(2);
  }

  private static long mix(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
