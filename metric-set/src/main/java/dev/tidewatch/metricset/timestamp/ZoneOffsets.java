package dev.tidewatch.metricset.timestamp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Tells the offset of local times of one zone, remembering the stretch between two changes of the
 * clock that was asked for last. Threads that overwrite each other's memory only lose time.
 */
final class ZoneOffsets {
  private final ZoneRules rules;
  private Stretch last;

  ZoneOffsets(ZoneId zone) {
    this.rules = zone.getRules();
    this.last = stretchAt(0);
  }

  /** The epoch second of a local time given as seconds since 1970-01-01T00:00 on the clock. */
  long toEpochSecond(long localSecond) {
    Stretch stretch = last;
    if (localSecond < stretch.from || localSecond >= stretch.to) {
      stretch = stretchAt(localSecond);
      last = stretch;
    }
    return localSecond - stretch.offset;
  }

  private Stretch stretchAt(long localSecond) {
    LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
    ZoneOffset offset = rules.getOffset(local);
    if (rules.isFixedOffset()) {
      return new Stretch(Long.MIN_VALUE, Long.MAX_VALUE, offset.getTotalSeconds());
    }
    ZoneOffsetTransition change = rules.getTransition(local);
    Instant instant = change == null ? local.toInstant(offset) : change.getInstant();
    ZoneOffsetTransition before =
        rules.previousTransition(change == null ? instant.plusNanos(1) : instant);
    ZoneOffsetTransition after = change == null ? rules.nextTransition(instant) : change;
    return new Stretch(
        before == null ? Long.MIN_VALUE : laterClockTime(before),
        after == null ? Long.MAX_VALUE : laterClockTime(after),
        offset.getTotalSeconds());
  }

  /** Up to the later of the two times a changed clock shows, the offset before the change holds. */
  private static long laterClockTime(ZoneOffsetTransition change) {
    return change.toEpochSecond()
        + Math.max(
            change.getOffsetBefore().getTotalSeconds(), change.getOffsetAfter().getTotalSeconds());
  }

  /** The seconds {@code [from, to)} on the clock, which all have one offset. */
  private record Stretch(long from, long to, int offset) {}
}
