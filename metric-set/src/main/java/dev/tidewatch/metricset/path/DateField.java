package dev.tidewatch.metricset.path;

import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a letter in a placeholder stands for (contract section 5.1). */
enum DateField {
  YEAR('y', 4),
  /** Java's week year: weeks begin on Sunday, and the one that holds 1 January is the first. */
  WEEK_YEAR('Y', 4),
  MONTH('M', 4),
  DAY('d', 2),
  HALF_DAY('a', 1),
  /** 0 to 23. */
  HOUR('H', 2),
  /** 1 to 24; beside an {@link #HALF_DAY} 0 to 11. */
  CLOCK_HOUR('k', 2),
  /** 1 to 12. */
  HALF_DAY_HOUR('h', 2),
  MINUTE('m', 2),
  SECOND('s', 2);

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> SHORT_MONTHS =
      MONTHS.stream().map(month -> month.substring(0, 3)).toList();

  static final String LETTERS = "y Y M d a H k h m s";

  private final char letter;
  private final int maxWidth;

  DateField(char letter, int maxWidth) {
    this.letter = letter;
    this.maxWidth = maxWidth;
  }

  static Optional<DateField> of(char letter) {
    return Arrays.stream(values()).filter(field -> field.letter == letter).findFirst();
  }

  char letter() {
    return letter;
  }

  boolean allowsWidth(int width) {
    return width <= maxWidth && !(width == 3 && isYear());
  }

  boolean isYear() {
    return this == YEAR || this == WEEK_YEAR;
  }

  /** Whether this many letters are written as words rather than digits. */
  boolean isText(int width) {
    return this == HALF_DAY || (this == MONTH && width >= 3);
  }

  /** Whether this many letters may be written with one or two digits. */
  boolean isVariable(int width) {
    return width == 1 && !isText(width) && !isYear();
  }

  /** How many digits this many letters have at most. */
  int digits(int width) {
    if (isYear()) {
      return width == 2 ? 2 : 4;
    }
    return 2;
  }

  /** The words this many letters may be written as, at the place of their number. */
  List<String> words(int width) {
    if (this == HALF_DAY) {
      return List.of("AM", "PM");
    }
    return width == 3 ? SHORT_MONTHS : MONTHS;
  }

  /**
   * The field's number in the given time; of a month and a half-day its place in {@link #words}.
   *
   * @param halfDays whether the template tells the halves of the day apart
   */
  int valueIn(LocalDateTime time, boolean halfDays) {
    return switch (this) {
      case YEAR -> time.getYear();
      case WEEK_YEAR -> time.get(WeekFields.SUNDAY_START.weekBasedYear());
      case MONTH -> time.getMonthValue() - 1;
      case DAY -> time.getDayOfMonth();
      case HALF_DAY -> time.getHour() / 12;
      case HOUR -> time.getHour();
      case CLOCK_HOUR -> clockHour(time.getHour(), halfDays);
      case HALF_DAY_HOUR -> (time.getHour() + 11) % 12 + 1;
      case MINUTE -> time.getMinute();
      case SECOND -> time.getSecond();
    };
  }

  private static int clockHour(int hour, boolean halfDays) {
    if (halfDays) {
      return hour % 12;
    }
    return hour == 0 ? 24 : hour;
  }
}
