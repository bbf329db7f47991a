package dev.tidewatch.setup.sample;

import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The column that dates a row.
 *
 * @param column whose values are all times
 * @param formats those all values have, the likeliest first
 * @param times in the order of the sample
 */
record Times(Column column, List<TimestampFormat> formats, List<Instant> times) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final List<TimestampFormat> KNOWN =
      List.of(
              "yyyy-MM-dd HH:mm:ss",
              "yyyy-MM-dd HH:mm:ss.S",
              "yyyy-MM-dd'T'HH:mm:ssX",
              "yyyy-MM-dd'T'HH:mm:ss.SX",
              "yyyy-MM-dd'T'HH:mm:ssXXX",
              "yyyy-MM-dd'T'HH:mm:ss.SXXX",
              "yyyy-MM-dd'T'HH:mm:ss",
              "yyyy-MM-dd'T'HH:mm:ss.S",
              "yyyy-MM-dd'T'HH:mmX",
              "yyyy-MM-dd'T'HH:mm",
              "yyyy-MM-dd HH:mm:ssXXX",
              "yyyy-MM-dd HH:mm",
              "yyyy-MM-dd HH",
              "yyyy-MM-dd hh:mm:ss a",
              "yyyy/MM/dd HH:mm:ss",
              "yyyy/MM/dd HH:mm",
              "MM/dd/yyyy HH:mm:ss",
              "dd/MM/yyyy HH:mm:ss",
              "MM/dd/yyyy HH:mm",
              "dd/MM/yyyy HH:mm",
              "MM/dd/yyyy hh:mm:ss a",
              "MM/dd/yyyy hh:mm a",
              "dd.MM.yyyy HH:mm:ss",
              "dd.MM.yyyy HH:mm",
              "dd-MM-yyyy HH:mm:ss",
              "yyyy-MM-dd",
              "yyyy/MM/dd",
              "MM/dd/yyyy",
              "dd/MM/yyyy",
              "dd.MM.yyyy",
              "yyyyMMddHHmmss",
              "yyyyMMddHHmm",
              "yyyyMMddHH",
              "yyyyMMdd",
              TimestampFormat.UNIX)
          .stream()
          .map(TimestampFormat::of)
          .toList();

  Times {
    formats = List.copyOf(formats);
    times = List.copyOf(times);
  }

  /** The first column of times; one that is called so goes before others. */
  static Optional<Times> find(List<Column> columns) {
    List<Times> found = columns.stream().flatMap(column -> of(column).stream()).toList();
    return found.stream()
        .filter(
            times -> times.column().name().toLowerCase(Locale.ROOT).matches(".*(time|date|ts).*"))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Optional<Times> of(Column column) {
    List<TimestampFormat> formats =
        KNOWN.stream().filter(format -> !times(column, format).isEmpty()).toList();
    return formats.isEmpty()
        ? Optional.empty()
        : Optional.of(new Times(column, formats, times(column, formats.get(0))));
  }

  /** The times of all values; none when one is not of this format, or of no time to expect. */
  private static List<Instant> times(Column column, TimestampFormat format) {
    List<Instant> times = new ArrayList<>();
    for (String value : column.values()) {
      try {
        Instant time = format.parse(value, ZoneOffset.UTC);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
          return List.of();
        }
        times.add(time);
      } catch (DateTimeException notOfThisFormat) {
        return List.of();
      }
    }
    return times;
  }

  TimestampFormat format() {
    return formats.get(0);
  }

  /** The formats by which the values would be other times. */
  List<String> otherReadings() {
    return formats.stream()
        .filter(other -> !times(column, other).equals(times))
        .map(TimestampFormat::pattern)
        .toList();
  }

  /** The shortest distance between two times; empty when there is one time only. */
  Optional<Duration> distance() {
    Optional<Duration> shortest = Optional.empty();
    Optional<Instant> before = Optional.empty();
    for (Instant time : new TreeSet<>(times)) {
      Optional<Duration> now = before.map(last -> Duration.between(last, time));
      if (now.isPresent() && (shortest.isEmpty() || now.get().compareTo(shortest.get()) < 0)) {
        shortest = now;
      }
      before = Optional.of(time);
    }
    return shortest;
  }

  /** The longest interval whose rows keep this distance, and that the format tells apart. */
  IntervalLength interval() {
    Duration distance = distance().orElse(Duration.ZERO);
    IntervalLength longest = IntervalLength.PT5M;
    for (IntervalLength length : IntervalLength.values()) {
      boolean apart = length.duration().compareTo(distance) <= 0 || !format().determines(longest);
      longest = apart ? length : longest;
    }
    return longest;
  }
}
