package dev.tidewatch.detector.events;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * When an event is: a moment, or from an instant to another.
 *
 * @param end as the start: a moment
 */
public record EventTime(Instant start, Instant end) {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  public EventTime {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    if (start.isBefore(Instant.EPOCH) || end.isAfter(LATEST)) {
      throw new EventRefused("an event is between 1970 and 3000, not at " + start);
    }
    if (end.isBefore(start)) {
      throw new EventRefused("the end %s is before the start %s".formatted(end, start));
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new EventRefused(
          "an event lasts a year at most, not from %s to %s".formatted(start, end));
    }
  }

  public static EventTime moment(Instant time) {
    return new EventTime(time, time);
  }

  /**
   * As people write it: {@code 2026-11-20T17:02:00Z}, the same without a zone, {@code 2026-11-20
   * 17:02}, or a date, which is all of that day.
   *
   * @param zone of what names none
   * @throws EventRefused when it is none of these
   */
  public static EventTime read(String text, ZoneId zone) {
    String iso = text.strip().replaceFirst("^(\\S{10}) (\\S+)$", "$1T$2");
    try {
      if (iso.matches(".*T.*([zZ]|[+-]\\d\\d:?\\d\\d)")) {
        return moment(OffsetDateTime.parse(iso).toInstant());
      }
      if (iso.contains("T")) {
        return moment(LocalDateTime.parse(iso).atZone(zone).toInstant());
      }
      LocalDate day = LocalDate.parse(iso);
      return new EventTime(
          day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException none) {
      throw new EventRefused(
          "'%s' is no time; use one such as 2026-11-20T17:02:00Z, or a date"
              .formatted(text.strip()));
    }
  }

  /**
   * The same, with an end of its own; one that is a date lasts until the end of that day.
   *
   * @param end empty: none
   */
  public static EventTime read(String start, String end, ZoneId zone) {
    EventTime from = read(start, zone);
    if (end.isBlank()) {
      return from;
    }
    EventTime last = read(end, zone);
    boolean dayBefore = !last.isMoment() && !last.end().isAfter(from.start());
    return new EventTime(from.start(), dayBefore ? last.start() : last.end());
  }

  public boolean isMoment() {
    return start.equals(end);
  }
}
