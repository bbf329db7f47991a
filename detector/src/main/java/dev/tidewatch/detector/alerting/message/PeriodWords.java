package dev.tidewatch.detector.alerting.message;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When, in UTC and in the dataset's zone: {@code 20 Nov 2026 17:00–17:10 UTC (18:00–18:10 CET),
 * still open}.
 */
final class PeriodWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

  private PeriodWords() {}

  static String of(Period period, ZoneId zone) {
    ZonedDateTime start = period.start().atZone(UTC);
    String words = start.format(DAY) + " " + stretch(period, UTC, start.toLocalDate()) + " UTC";
    boolean other = !zone.getRules().getOffset(period.start()).equals(UTC);
    if (other) {
      ZonedDateTime there = period.start().atZone(zone);
      words += " (%s %s)".formatted(stretch(period, zone, start.toLocalDate()), there.format(ZONE));
    }
    return words + (period.open() ? ", still open" : "");
  }

  private static String stretch(Period period, ZoneId zone, LocalDate said) {
    ZonedDateTime start = period.start().atZone(zone);
    ZonedDateTime end = period.end().atZone(zone);
    return time(start, said) + "–" + time(end, start.toLocalDate());
  }

  private static String time(ZonedDateTime time, LocalDate said) {
    String day = time.toLocalDate().equals(said) ? "" : time.format(SHORT_DAY) + " ";
    return day + time.format(TIME);
  }
}
