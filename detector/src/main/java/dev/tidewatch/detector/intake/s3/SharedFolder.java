package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an interval whose start the clock shows twice: two intervals share it. Our own job
 * names its objects by the interval's start in UTC, so they can be told apart; the records of all
 * other files count for the earlier interval, as their timestamps say.
 */
final class SharedFolder {
  private static final DateTimeFormatter UTC_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SharedFolder() {}

  /** How our job names what belongs to an interval that starts then. */
  static String name(Instant start) {
    return UTC_NAME.format(start);
  }

  /** The files that are of this interval. */
  static List<Entry> filesOf(Interval interval, ZoneId zone, List<Entry> files) {
    if (overlap(interval, zone) == null) {
      return files;
    }
    List<Entry> own = files.stream().filter(file -> isOwn(file.address(), interval)).toList();
    return own.isEmpty() ? files : own;
  }

  private static boolean isOwn(S3Address file, Interval interval) {
    return file.key().endsWith("/" + name(interval.start()) + ".csv");
  }

  /** What to add to the times in a file so that they are of this interval, in milliseconds. */
  static long later(Interval interval, ZoneId zone, S3Address file) {
    ZoneOffsetTransition overlap = overlap(interval, zone);
    if (overlap == null || !isOwn(file, interval)) {
      return 0;
    }
    boolean isLater = zone.getRules().getOffset(interval.start()).equals(overlap.getOffsetAfter());
    return isLater ? overlap.getDuration().abs().toMillis() : 0;
  }

  private static @Nullable ZoneOffsetTransition overlap(Interval interval, ZoneId zone) {
    ZoneOffsetTransition transition =
        zone.getRules().getTransition(LocalDateTime.ofInstant(interval.start(), zone));
    return transition != null && transition.isOverlap() ? transition : null;
  }
}
