package dev.tidewatch.detector.intake.detect;

import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the interval in the times of folders or records, and the offset in when files came. */
final class IntervalGuess {
  private static final long MAX_OFFSET = Duration.ofDays(5).toSeconds();
  private static final int FEW = 3;
  private static final List<TimestampFormat> FORMATS =
      List.of(
              "yyyy-MM-dd HH:mm:ss.S",
              "yyyy-MM-dd'T'HH:mm:ss.SX",
              "yyyy-MM-dd'T'HH:mm:ss.S",
              "yyyy-MM-dd HH:mm",
              "yyyy-MM-dd",
              "yyyy/MM/dd HH:mm:ss",
              "MM/dd/yyyy HH:mm:ss",
              "dd.MM.yyyy HH:mm:ss")
          .stream()
          .map(TimestampFormat::of)
          .toList();

  private IntervalGuess() {}

  /** The longest interval all folders begin at, as long as the template tells it apart. */
  static Optional<IntervalLength> ofFolders(PathTemplate template, List<Entry> files) {
    List<LocalDateTime> starts = starts(template, files);
    IntervalLength shortest =
        List.of(IntervalLength.values()).stream()
            .filter(template::determines)
            .findFirst()
            .orElse(IntervalLength.P1D);
    if (starts.isEmpty() || shortest.compareTo(IntervalLength.PT1H) >= 0) {
      return template.determines(shortest) ? Optional.of(shortest) : Optional.empty();
    }
    return Optional.of(ofTimes(starts));
  }

  private static List<LocalDateTime> starts(PathTemplate template, List<Entry> files) {
    return files.stream()
        .flatMap(file -> template.localStart(file.address().toString()).stream())
        .distinct()
        .toList();
  }

  /** By the smallest distance between two times; of a single one by what it is a multiple of. */
  private static IntervalLength ofTimes(List<LocalDateTime> times) {
    TreeSet<Long> minutes = new TreeSet<>();
    times.forEach(time -> minutes.add(time.toEpochSecond(ZoneOffset.UTC) / 60));
    long smallest = 24 * 60;
    Long before = null;
    for (Long minute : minutes) {
      smallest = before == null ? smallest : Math.min(smallest, minute - before);
      before = minute;
    }
    for (Long minute : minutes) {
      smallest = minute % 10 != 0 ? Math.min(smallest, 5) : smallest;
    }
    return ofMinutes(minutes.size() == 1 ? 5 : smallest);
  }

  private static IntervalLength ofMinutes(long minutes) {
    if (minutes < 10) {
      return IntervalLength.PT5M;
    }
    if (minutes < 60) {
      return IntervalLength.PT10M;
    }
    return minutes < 24 * 60 ? IntervalLength.PT1H : IntervalLength.P1D;
  }

  /** The interval in the values of the column that holds times; empty when no column does. */
  static Optional<IntervalLength> ofColumns(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int column = 0; column < width; column++) {
      for (TimestampFormat format : FORMATS) {
        List<LocalDateTime> times = times(rows, column, format);
        if (times.size() > 1 && times.size() * 10 >= rows.size() * 9) {
          return Optional.of(ofTimes(times));
        }
      }
    }
    return Optional.empty();
  }

  private static List<LocalDateTime> times(
      List<List<String>> rows, int column, TimestampFormat format) {
    return rows.stream()
        .filter(row -> column < row.size())
        .flatMap(row -> time(row.get(column), format).stream())
        .toList();
  }

  private static Optional<LocalDateTime> time(String text, TimestampFormat format) {
    try {
      Instant time = format.parse(text, ZoneOffset.UTC);
      return Optional.of(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    } catch (DateTimeException notOfThisFormat) {
      return Optional.empty();
    }
  }

  /**
   * After how many seconds all these files were there, in whole minutes; empty when they came
   * before their interval was over or days later, as copies do.
   */
  static Optional<Long> offset(PathTemplate template, List<Entry> files, IntervalLength length) {
    long latest = Long.MIN_VALUE;
    for (Entry file : files) {
      Optional<LocalDateTime> start = template.localStart(file.address().toString());
      if (start.isPresent()) {
        Instant end = start.get().toInstant(ZoneOffset.UTC).plus(length.duration());
        latest = Math.max(latest, Duration.between(end, file.lastModified()).toSeconds());
      }
    }
    return latest < 0 || latest > MAX_OFFSET
        ? Optional.empty()
        : Optional.of((latest + 59) / 60 * 60);
  }

  static boolean areMany(List<Entry> files) {
    return files.size() >= FEW;
  }
}
