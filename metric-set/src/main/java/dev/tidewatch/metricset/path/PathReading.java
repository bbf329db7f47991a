package dev.tidewatch.metricset.path;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a folder back: finds the times that may have been written so. */
final class PathReading {
  private final List<TemplatePart> parts;
  private final String folder;

  PathReading(List<TemplatePart> parts, String folder) {
    this.parts = parts;
    this.folder = folder;
  }

  /** The times the folder may stand for; the caller checks which of them render to it. */
  Set<LocalDateTime> candidates() {
    Set<LocalDateTime> times = new TreeSet<>();
    read(0, 0, new EnumMap<>(DateField.class), values -> addTimes(values, times));
    return times;
  }

  private void read(
      int part, int from, Map<DateField, Integer> values, Consumer<Map<DateField, Integer>> found) {
    if (part == parts.size()) {
      if (from == folder.length()) {
        found.accept(values);
      }
      return;
    }
    for (TemplatePart.Step step : parts.get(part).read(folder, from)) {
      Map<DateField, Integer> further = values;
      if (parts.get(part) instanceof TemplatePart.Field field) {
        further = new EnumMap<>(values);
        further.put(field.field(), step.value());
      }
      read(part + 1, step.end(), further, found);
    }
  }

  private static void addTimes(Map<DateField, Integer> values, Set<LocalDateTime> times) {
    Integer month = values.get(DateField.MONTH);
    Integer day = values.get(DateField.DAY);
    if (month == null || day == null) {
      return;
    }
    int minute = values.getOrDefault(DateField.MINUTE, 0);
    int second = values.getOrDefault(DateField.SECOND, 0);
    for (int year : years(values)) {
      for (int hour : hours(values)) {
        if (isDate(year, month + 1, day) && hour < 24 && minute < 60 && second < 60) {
          times.add(LocalDateTime.of(year, month + 1, day, hour, minute, second));
        }
      }
    }
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
  }

  private static List<Integer> years(Map<DateField, Integer> values) {
    Integer year = values.get(DateField.YEAR);
    if (year != null) {
      return List.of(year);
    }
    Integer weekYear = values.get(DateField.WEEK_YEAR);
    return weekYear == null ? List.of() : List.of(weekYear - 1, weekYear);
  }

  private static List<Integer> hours(Map<DateField, Integer> values) {
    Integer hour = values.get(DateField.HOUR);
    if (hour != null) {
      return List.of(hour);
    }
    Integer clockHour = values.get(DateField.CLOCK_HOUR);
    Integer halfDayHour = values.get(DateField.HALF_DAY_HOUR);
    Integer halfDay = values.get(DateField.HALF_DAY);
    if (clockHour != null && halfDay == null) {
      return List.of(clockHour % 24);
    }
    Integer ofHalfDay = clockHour != null ? clockHour : halfDayHour;
    if (ofHalfDay == null) {
      return List.of(halfDay == null ? 0 : halfDay * 12);
    }
    int beforeNoon = ofHalfDay % 12;
    if (halfDay == null) {
      return List.of(beforeNoon, beforeNoon + 12);
    }
    return List.of(beforeNoon + halfDay * 12);
  }
}
