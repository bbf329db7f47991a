package dev.tidewatch.metricset.interval;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Cuts time into intervals of one length, aligned to the wall clock of one zone.
 *
 * <p>An interval starts wherever the zone's clock shows a multiple of the length since local
 * midnight, and wherever the clock is changed; so the intervals of a calendar never overlap and
 * leave no gap. A day lasts 23 or 25 hours when daylight saving begins or ends. An hour that the
 * clock shows twice is two intervals with the same local start.
 */
public record IntervalCalendar(IntervalLength length, ZoneId zone) {
  private static final long DAY_SECONDS = 86_400;

  public IntervalCalendar {
    requireNonNull(length, "length");
    requireNonNull(zone, "zone");
  }

  /** The one interval that contains the instant. */
  public Interval intervalOf(Instant instant) {
    return length == IntervalLength.P1D ? dayOf(instant) : stretchOf(instant);
  }

  /** The interval that begins where this one ends. */
  public Interval after(Interval interval) {
    return intervalOf(interval.end());
  }

  /** The interval that ends where this one begins. */
  public Interval before(Interval interval) {
    return intervalOf(interval.start().minusNanos(1));
  }

  /**
   * The intervals whose start the zone's clock shows as the given local time: one, or two where the
   * clock is set back, or none where it skips that time or where no interval starts then. In order
   * of time.
   */
  public List<Interval> startingAt(LocalDateTime localStart) {
    return zone.getRules().getValidOffsets(localStart).stream()
        .map(localStart::toInstant)
        .sorted()
        .map(this::intervalOf)
        .filter(interval -> localStart(interval).equals(localStart))
        .distinct()
        .toList();
  }

  /** What the zone's clock shows at the interval's start. */
  public LocalDateTime localStart(Interval interval) {
    return LocalDateTime.ofInstant(interval.start(), zone);
  }

  private Interval dayOf(Instant instant) {
    var day = instant.atZone(zone).toLocalDate();
    return new Interval(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Interval stretchOf(Instant instant) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(instant);
    long seconds = length.duration().toSeconds();
    long local = instant.getEpochSecond() + offset.getTotalSeconds();
    long sinceMidnight = Math.floorMod(local, DAY_SECONDS);
    Instant start =
        Instant.ofEpochSecond(instant.getEpochSecond() - Math.floorMod(sinceMidnight, seconds));
    Instant end = start.plusSeconds(seconds);
    if (rules.isFixedOffset()) {
      return new Interval(start, end);
    }
    ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
    if (last != null && last.getInstant().isAfter(start)) {
      start = last.getInstant();
    }
    ZoneOffsetTransition next = rules.nextTransition(instant);
    if (next != null && next.getInstant().isBefore(end)) {
      end = next.getInstant();
    }
    return new Interval(start, end);
  }
}
