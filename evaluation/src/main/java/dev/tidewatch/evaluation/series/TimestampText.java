package dev.tidewatch.evaluation.series;

import dev.tidewatch.evaluation.file.CsvTable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Reads the timestamps the public data sets use; all are taken as UTC. */
public final class TimestampText {
  private static final DateTimeFormatter WALL_CLOCK =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .parseDefaulting(ChronoField.NANO_OF_SECOND, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT); // there is no 30th of February

  private TimestampText() {}

  /** Seconds since 1970 of {@code 1509494400}, {@code 2014-04-01 00:05:00} or its form with T. */
  public static long seconds(String text) {
    if (isNumber(text)) {
      return Long.parseLong(text);
    }
    String wallClock = text.replace('T', ' ').replaceFirst("Z$", "");
    try {
      return LocalDateTime.parse(wallClock, WALL_CLOCK).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no timestamp; write seconds since 1970 or a time like 2014-04-01 00:05:00",
          e);
    }
  }

  /** The same of a cell of a table; when it is none, says where it stands. */
  public static long seconds(CsvTable.Row row, int column) {
    try {
      return seconds(row.text(column));
    } catch (IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 12
        && text.chars()
            .skip(text.charAt(0) == '-' && text.length() > 1 ? 1 : 0)
            .allMatch(character -> character >= '0' && character <= '9');
  }
}
