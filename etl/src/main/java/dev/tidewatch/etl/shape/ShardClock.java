package dev.tidewatch.etl.shape;

import java.time.Instant;
import java.util.Optional;

/**
 * The clock of one shard: the latest event time among its records so far, none counted later than
 * its arrival. What it shows depends on the shard's records alone. In epoch milliseconds, since it
 * moves with every record.
 */
final class ShardClock {
  private static final long BEFORE_ALL = Long.MIN_VALUE;

  private final long watermark;
  private long eventTime;
  private long arrival;

  ShardClock(ShardStart start) {
    watermark = millis(start.latestWatermark());
    eventTime = millis(start.progress().latestEventTime());
    arrival = millis(start.progress().latestArrival());
  }

  private static long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(BEFORE_ALL);
  }

  /** Whether a time has passed, by this clock or by the watermark the range began with. */
  boolean hasPassed(long millis) {
    return millis <= Math.max(eventTime, watermark);
  }

  /** Moves on with a record that could be used. */
  void advance(long recordEventTime, long recordArrival) {
    eventTime = Math.max(eventTime, Math.min(recordEventTime, recordArrival));
    arrival = Math.max(arrival, recordArrival);
  }

  ShardProgress progress() {
    return eventTime == BEFORE_ALL && arrival == BEFORE_ALL
        ? ShardProgress.NONE
        : new ShardProgress(Instant.ofEpochMilli(eventTime), Instant.ofEpochMilli(arrival));
  }
}
