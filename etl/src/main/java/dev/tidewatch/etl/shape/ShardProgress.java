package dev.tidewatch.etl.shape;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard has come, as its own records tell in their order. It depends on nothing but
 * those records, so it is the same however they were cut into batches. Records that were rejected
 * do not count, so that a shard of nothing else is idle and holds no interval open; late ones do.
 *
 * @param eventTime the latest event time seen, none later than the arrival of its record; null
 *     before the first record
 * @param arrival the latest arrival seen; null before the first record
 */
public record ShardProgress(@Nullable Instant eventTime, @Nullable Instant arrival)
    implements Serializable {
  /** Of a shard of which nothing was read. */
  public static final ShardProgress NONE = new ShardProgress(null, null);

  public Optional<Instant> latestEventTime() {
    return Optional.ofNullable(eventTime);
  }

  public Optional<Instant> latestArrival() {
    return Optional.ofNullable(arrival);
  }
}
