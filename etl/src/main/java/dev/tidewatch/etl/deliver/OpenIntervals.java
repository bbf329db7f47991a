package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowLimit;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.ShapedRange;
import dev.tidewatch.etl.shape.ShardProgress;
import dev.tidewatch.etl.shape.ShardStart;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be remembered between two batches: the rows of the intervals still open, how far
 * each shard has come, and what became of every record so far. Never changes; each batch makes a
 * new one, a function of the old and of what the batch read.
 *
 * @param id after which batch it is so
 * @param watermark null before the first
 * @param closedUpTo the end of the last closed interval; null before the first
 * @param shards how far each active shard has come
 * @param rows the rows of the open intervals, by their start
 */
public record OpenIntervals(
    StateId id,
    Totals totals,
    @Nullable Instant watermark,
    @Nullable Instant closedUpTo,
    SortedMap<String, ShardProgress> shards,
    SortedMap<Instant, Map<RowKey, RowTotals>> rows) {
  public OpenIntervals {
    requireNonNull(id, "id");
    requireNonNull(totals, "totals");
    shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  /** Before the first batch of the first query. */
  static OpenIntervals initial(String queryId) {
    return new OpenIntervals(
        new StateId(queryId, 0, -1), Totals.NONE, null, null, new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Before the first batch of another query that goes on where this one was left. What was closed
   * stays closed; the rows still open are abandoned, for the other query reads their records anew.
   */
  OpenIntervals adoptedBy(String queryId) {
    return new OpenIntervals(
        new StateId(queryId, id.generation() + 1, -1),
        totals.withAbandoned(openRecords()),
        watermark,
        closedUpTo,
        new TreeMap<>(),
        new TreeMap<>());
  }

  public Optional<Instant> latestWatermark() {
    return Optional.ofNullable(watermark);
  }

  public Optional<Instant> endOfLastClosed() {
    return Optional.ofNullable(closedUpTo);
  }

  /** Where the shaping of the next range of a shard takes up. */
  public ShardStart startOf(ShardReach reach) {
    ShardProgress known = shards.get(reach.shardId());
    ShardProgress progress = known == null ? inherited(reach.parents(), shards) : known;
    return new ShardStart(reach.shardId(), progress, watermark, closedUpTo);
  }

  public long openRows() {
    return rows.values().stream().mapToLong(Map::size).sum();
  }

  public long openRecords() {
    return rows.values().stream().mapToLong(OpenIntervals::records).sum();
  }

  private static long records(Map<RowKey, RowTotals> rows) {
    return rows.values().stream().mapToLong(RowTotals::records).sum();
  }

  /**
   * The state after the next batch, before what it closes is closed. There is no watermark before
   * the first record: a back-fill that begins on an idle stream must not be late.
   *
   * @param reaches one for each active shard; shards without are forgotten
   * @param rule how the watermark moves
   * @param limit how many rows an interval keeps, however many shards bring some
   * @throws IllegalStateException when the ranges cannot follow this state
   */
  OpenIntervals merge(
      List<ReadRange> ranges, List<ShardReach> reaches, Watermark rule, RowLimit limit) {
    Totals counted = totals;
    SortedMap<Instant, Map<RowKey, RowTotals>> merged = new TreeMap<>(rows);
    Map<String, ShardProgress> read = new HashMap<>();
    for (ReadRange range : ranges) {
      range.checkAddsUp();
      counted = counted.plus(range);
      read.merge(range.shaped().shardId(), range.shaped().progress(), OpenIntervals::further);
      checkStillOpen(range.shaped());
    }
    addRows(ranges, merged, limit);
    SortedMap<String, ShardProgress> progress = progressAfter(reaches, read);
    boolean begun = closedUpTo != null || !merged.isEmpty();
    Instant moved = begun ? rule.advance(watermark, reaches, progress).orElse(null) : watermark;
    return new OpenIntervals(id.next(), counted, moved, closedUpTo, progress, merged);
  }

  private void checkStillOpen(ShapedRange range) {
    for (Instant start : range.rows().keySet()) {
      if (closedUpTo != null && start.isBefore(closedUpTo)) {
        throw new IllegalStateException(
            "shard %s brings rows for the interval of %s, but all before %s are closed: its records were not shaped from the state after %s"
                .formatted(range.shardId(), start, closedUpTo, id));
      }
    }
  }

  /** Shard by shard in the order of their ids, so that a replay keeps the same rows. */
  private static void addRows(
      List<ReadRange> ranges, SortedMap<Instant, Map<RowKey, RowTotals>> merged, RowLimit limit) {
    Map<Instant, Map<RowKey, RowTotals>> changed = new HashMap<>();
    ranges.stream()
        .map(ReadRange::shaped)
        .sorted(Comparator.comparing(ShapedRange::shardId)) // and as given within a shard
        .flatMap(range -> range.rows().entrySet().stream())
        .forEach(
            more -> {
              Map<RowKey, RowTotals> sum =
                  changed.computeIfAbsent(
                      more.getKey(), start -> new HashMap<>(merged.getOrDefault(start, Map.of())));
              limit.addAll(sum, more.getValue());
            });
    merged.putAll(changed);
  }

  private SortedMap<String, ShardProgress> progressAfter(
      List<ShardReach> reaches, Map<String, ShardProgress> read) {
    Map<String, ShardProgress> known = new HashMap<>(shards);
    known.putAll(read);
    SortedMap<String, ShardProgress> after = new TreeMap<>();
    for (ShardReach reach : reaches) {
      ShardProgress own = known.getOrDefault(reach.shardId(), ShardProgress.NONE);
      boolean waits = !read.containsKey(reach.shardId());
      after.put(reach.shardId(), waits ? further(own, inherited(reach.parents(), known)) : own);
    }
    for (String shardId : read.keySet()) {
      if (!after.containsKey(shardId)) {
        throw new IllegalStateException(
            "shard " + shardId + " was read, but is not among the active shards of the batch");
      }
    }
    return after;
  }

  private static ShardProgress further(ShardProgress left, ShardProgress right) {
    return new ShardProgress(
        later(left.eventTime(), right.eventTime()), later(left.arrival(), right.arrival()));
  }

  /**
   * A new shard goes on from the slower of its parents; it counts as busy as the one that was busy
   * last.
   */
  private static ShardProgress inherited(List<String> parents, Map<String, ShardProgress> known) {
    Instant eventTime = null;
    Instant arrival = null;
    for (String parent : parents) {
      ShardProgress progress = known.getOrDefault(parent, ShardProgress.NONE);
      eventTime = earlier(eventTime, progress.eventTime());
      arrival = later(arrival, progress.arrival());
    }
    return new ShardProgress(eventTime, arrival);
  }

  private static @Nullable Instant later(@Nullable Instant left, @Nullable Instant right) {
    return left == null || (right != null && right.isAfter(left)) ? right : left;
  }

  private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
    return left == null || (right != null && right.isBefore(left)) ? right : left;
  }

  /**
   * Closes, in order of time, each interval whose end the watermark has passed by the lateness,
   * from the first that ever had a record, gaps included unless they are longer than {@link
   * Closer#LONGEST_GAP}.
   */
  Closing close(IntervalCalendar calendar, Duration lateness) {
    return new Closer(this, calendar, lateness).close();
  }

  /** The state when intervals have been closed. */
  OpenIntervals closed(
      long written,
      @Nullable Instant watermark,
      @Nullable Instant closedUpTo,
      SortedMap<Instant, Map<RowKey, RowTotals>> open) {
    return new OpenIntervals(id, totals.withWritten(written), watermark, closedUpTo, shards, open);
  }
}
