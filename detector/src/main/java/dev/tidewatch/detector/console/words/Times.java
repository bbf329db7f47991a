package dev.tidewatch.detector.console.words;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in one zone. */
public record Times(ZoneId zone, Instant now) {
  private static final DateTimeFormatter FULL = format("d MMM uuuu HH:mm");
  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter DAY_AND_YEAR = format("d MMM uuuu");
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter ZONE = format("z");

  public Times {
    requireNonNull(zone, "zone");
    requireNonNull(now, "now");
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** {@code 20 Nov 2026 17:00}. */
  public String full(Instant time) {
    return FULL.format(time.atZone(zone));
  }

  /** {@code 17:00} today, {@code Fri 20 Nov 17:00} this year, else with the year. */
  public String brief(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    if (there.toLocalDate().equals(today.toLocalDate())) {
      return TIME.format(there);
    }
    return there.getYear() == today.getYear()
        ? DAY.format(there) + " " + TIME.format(there)
        : FULL.format(there);
  }

  /** {@code Fri 20 Nov 17:00–17:10}, the end with its day where that is in doubt. */
  public String stretch(Instant from, Instant to) {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    if (start.toLocalDate().equals(end.toLocalDate())) {
      return brief(from) + "–" + TIME.format(end);
    }
    boolean endsToday = end.toLocalDate().equals(now.atZone(zone).toLocalDate());
    boolean inDoubt = endsToday && !end.isBefore(start.plusDays(1));
    return brief(from) + "–" + (inDoubt ? "today " : "") + brief(to);
  }

  /** A moment, days where it is whole ones, {@code Thu 26 Nov}, else the stretch of time. */
  public String span(Instant from, Instant to) {
    if (from.equals(to)) {
      return brief(from);
    }
    if (!isMidnight(from) || !isMidnight(to)) {
      return stretch(from, to);
    }
    Instant last = to.minusNanos(1);
    String first = date(from);
    return first.equals(date(last)) ? first : first + " – " + date(last);
  }

  private boolean isMidnight(Instant time) {
    return time.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private String date(Instant time) {
    return time.atZone(zone).getYear() == now.atZone(zone).getYear() ? weekday(time) : day(time);
  }

  /** {@code 20 Nov 2026}. */
  public String day(Instant time) {
    return DAY_AND_YEAR.format(time.atZone(zone));
  }

  /** {@code Fri 20 Nov}. */
  public String weekday(Instant time) {
    return DAY.format(time.atZone(zone));
  }

  /** {@code 17:00}. */
  public String clock(Instant time) {
    return TIME.format(time.atZone(zone));
  }

  /** {@code CET}. */
  public String zoneName(Instant time) {
    return ZONE.format(time.atZone(zone));
  }

  /** {@code 6 minutes ago}. */
  public String ago(Instant time) {
    Duration passed = Duration.between(time, now);
    return passed.isNegative() ? "in " + length(passed.negated()) : length(passed) + " ago";
  }

  /** {@code 42 seconds}, {@code 6 minutes}, {@code 3 hours}, {@code 2 days}. */
  public static String length(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 120) {
      return count(seconds, "second");
    }
    if (seconds < 7_200) {
      return count(seconds / 60, "minute");
    }
    return seconds < 172_800 ? count(seconds / 3_600, "hour") : count(seconds / 86_400, "day");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
