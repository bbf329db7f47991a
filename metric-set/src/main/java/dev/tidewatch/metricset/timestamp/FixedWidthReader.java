package dev.tidewatch.metricset.timestamp;

import static dev.tidewatch.metricset.timestamp.TimestampFormat.NOT_A_TIMESTAMP;

import java.time.ZoneId;
import java.util.stream.IntStream;

/**
 * Reads timestamps whose parts have fixed places, without allocating. Numbers are {@code int}s and
 * times {@code long}s here because this runs once for every record of a stream.
 */
final class FixedWidthReader implements TimestampReader {
  private static final int BAD = -1;
  private static final int MAX_FRACTION_DIGITS = 9;
  private static final int[] DAYS_OF_MONTH = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** From 1 March of the year -400, where {@link #epochDay} counts from. */
  private static final long DAYS_TO_1970 = 719_468L + 146_097L;

  private final byte[] template;
  private final int[] literals;
  private final byte fraction;
  private final boolean offset;
  private final int year;
  private final int month;
  private final int day;
  private final int hour;
  private final int minute;
  private final int second;
  private final ZoneOffsets offsets;
  private final TimestampReader otherwise;

  /**
   * @param otherwise reads texts that end with another offset than {@code Z}
   */
  FixedWidthReader(FixedWidthLayout layout, ZoneId zone, TimestampReader otherwise) {
    this.template = layout.template();
    this.literals = IntStream.range(0, template.length).filter(i -> template[i] != 0).toArray();
    this.fraction = layout.fraction();
    this.offset = layout.offset();
    int[] places = layout.places();
    this.year = places[0];
    this.month = places[1];
    this.day = places[2];
    this.hour = places[3];
    this.minute = places[4];
    this.second = places[5];
    this.offsets = new ZoneOffsets(zone);
    this.otherwise = otherwise;
  }

  @Override
  public long epochMillis(byte[] buffer, int from, int to) {
    int end = to;
    if (offset) {
      if (to <= from || buffer[to - 1] != 'Z') {
        return otherwise.epochMillis(buffer, from, to);
      }
      end = to - 1;
    }
    int fractionFrom = from + template.length;
    if (end < fractionFrom || !hasLiterals(buffer, from)) {
      return NOT_A_TIMESTAMP;
    }
    int millis = end == fractionFrom ? 0 : millis(buffer, fractionFrom, end);
    long localSecond = localSecond(buffer, from);
    if (millis == BAD || localSecond == NOT_A_TIMESTAMP) {
      return NOT_A_TIMESTAMP;
    }
    return (offset ? localSecond : offsets.toEpochSecond(localSecond)) * 1000 + millis;
  }

  private boolean hasLiterals(byte[] buffer, int from) {
    for (int place : literals) {
      if (buffer[from + place] != template[place]) {
        return false;
      }
    }
    return true;
  }

  private int millis(byte[] buffer, int from, int end) {
    int digits = end - from - 1;
    if (fraction == 0 || buffer[from] != fraction || digits < 1 || digits > MAX_FRACTION_DIGITS) {
      return BAD;
    }
    int millis = 0;
    for (int i = 0; i < digits; i++) {
      int digit = buffer[from + 1 + i] - '0';
      if (digit < 0 || digit > 9) {
        return BAD;
      }
      if (i < 3) {
        millis = millis * 10 + digit;
      }
    }
    return digits == 1 ? millis * 100 : digits == 2 ? millis * 10 : millis;
  }

  private long localSecond(byte[] buffer, int from) {
    int years = fourDigits(buffer, from + year);
    int months = twoDigits(buffer, from + month);
    int days = twoDigits(buffer, from + day);
    int hours = hour < 0 ? 0 : twoDigits(buffer, from + hour);
    int minutes = minute < 0 ? 0 : twoDigits(buffer, from + minute);
    int seconds = second < 0 ? 0 : twoDigits(buffer, from + second);
    // A bad number is negative, so one sign bit tells of all six.
    if ((years | months | days | hours | minutes | seconds) < 0
        || hours > 23
        || minutes > 59
        || seconds > 59
        || !isDate(years, months, days)) {
      return NOT_A_TIMESTAMP;
    }
    return ((epochDay(years, months, days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  }

  private static int twoDigits(byte[] buffer, int from) {
    int tens = buffer[from] - '0';
    int ones = buffer[from + 1] - '0';
    // As unsigned numbers, what lies below '0' is large too.
    return Integer.compareUnsigned(tens, 9) > 0 || Integer.compareUnsigned(ones, 9) > 0
        ? BAD
        : tens * 10 + ones;
  }

  private static int fourDigits(byte[] buffer, int from) {
    int centuries = twoDigits(buffer, from);
    int years = twoDigits(buffer, from + 2);
    return (centuries | years) < 0 ? BAD : centuries * 100 + years;
  }

  private static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    return day <= DAYS_OF_MONTH[month] || (month == 2 && day == 29 && isLeap(year));
  }

  private static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days since 1970-01-01; counted in years that begin in March, so that a leap day ends one. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year + 400 : year + 399;
    int marchMonth = month > 2 ? month - 3 : month + 9;
    int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
    int leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
    return marchYear * 365L + leapDays + dayOfYear - DAYS_TO_1970;
  }
}
