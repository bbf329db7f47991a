package dev.tidewatch.etl.deliver;

import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Closes what the watermark has passed, once, in order of time. An interval in which nothing
 * happened is closed too, so that nothing differs from missing; but where nothing happened for
 * longer than {@link #LONGEST_GAP}, as between a replayed past and today, there was no stream
 * rather than a silent one, and the gap is left out.
 */
final class Closer {
  /** As long as a record may be old. */
  static final Duration LONGEST_GAP = Duration.ofDays(31);

  private final OpenIntervals state;
  private final IntervalCalendar calendar;
  private final Duration lateness;
  private final SortedMap<Instant, Map<RowKey, RowTotals>> open;
  private final List<ClosedInterval> closed = new ArrayList<>();
  private @Nullable Instant watermark;
  private @Nullable Instant closedUpTo;

  Closer(OpenIntervals state, IntervalCalendar calendar, Duration lateness) {
    this.state = state;
    this.calendar = calendar;
    this.lateness = lateness;
    this.open = new TreeMap<>(state.rows());
    this.watermark = state.watermark();
    this.closedUpTo = state.closedUpTo();
  }

  Closing close() {
    if (watermark != null && (closedUpTo != null || !open.isEmpty())) {
      closeUpTo(watermark, closedUpTo == null ? open.firstKey() : closedUpTo);
    }
    long written = closed.stream().mapToLong(ClosedInterval::records).sum();
    return new Closing(closed, state.closed(written, watermark, closedUpTo, open));
  }

  private void closeUpTo(Instant passed, Instant first) {
    Interval next = calendar.intervalOf(first);
    while (isPassed(next, passed)) {
      if (isLongGap(next.start(), passed)) {
        if (open.isEmpty()) {
          watermark = next.start().plus(lateness);
          return;
        }
        next = skipGap(passed);
        closedUpTo = next.start();
      } else {
        close(next);
        next = calendar.after(next);
      }
    }
  }

  /** The interval to go on with: the next that has rows, or the first that is not passed. */
  private Interval skipGap(Instant passed) {
    Interval resumes = calendar.intervalOf(open.firstKey());
    return isPassed(resumes, passed) ? resumes : calendar.intervalOf(passed.minus(lateness));
  }

  private boolean isPassed(Interval interval, Instant passed) {
    return !interval.end().plus(lateness).isAfter(passed);
  }

  private void close(Interval interval) {
    Map<RowKey, RowTotals> rows = open.remove(interval.start());
    closed.add(new ClosedInterval(interval, rows == null ? Map.of() : rows));
    closedUpTo = interval.end();
  }

  /** Whether nothing happened from here to the next rows, or to where the watermark is. */
  private boolean isLongGap(Instant from, Instant passed) {
    Instant resumes = open.isEmpty() ? passed : earlier(open.firstKey(), passed);
    return Duration.between(from, resumes).compareTo(LONGEST_GAP) > 0;
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }
}
