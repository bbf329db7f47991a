package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Predicate;

/** Which shards of a stream a listing gives. */
public final class ShardFilter {
  private final Kind kind;
  private final String shardId;
  private final Instant time;

  private enum Kind {
    ALL,
    AFTER_SHARD_ID,
    AT_TRIM_HORIZON,
    AT_LATEST,
    AT_TIMESTAMP,
    FROM_TIMESTAMP
  }

  private ShardFilter(Kind kind, String shardId, Instant time) {
    this.kind = kind;
    this.shardId = requireNonNull(shardId, "shardId");
    this.time = requireNonNull(time, "time");
  }

  private static ShardFilter of(Kind kind) {
    return new ShardFilter(kind, "", Instant.EPOCH);
  }

  /** All that may still hold records. */
  public static ShardFilter all() {
    return of(Kind.ALL);
  }

  public static ShardFilter afterShardId(String shardId) {
    return new ShardFilter(Kind.AFTER_SHARD_ID, shardId, Instant.EPOCH);
  }

  /** Those that were open when the oldest records still kept arrived. */
  public static ShardFilter atTrimHorizon() {
    return of(Kind.AT_TRIM_HORIZON);
  }

  /** The open ones. */
  public static ShardFilter atLatest() {
    return of(Kind.AT_LATEST);
  }

  public static ShardFilter atTimestamp(Instant time) {
    return new ShardFilter(Kind.AT_TIMESTAMP, "", time);
  }

  /** Those that were open at that time or were made later. */
  public static ShardFilter fromTimestamp(Instant time) {
    return new ShardFilter(Kind.FROM_TIMESTAMP, "", time);
  }

  /**
   * @param horizon when the oldest records still kept can have arrived, or when the stream was made
   */
  Predicate<Shard> since(Instant horizon) {
    Instant earliest = time.isBefore(horizon) ? horizon : time;
    return switch (kind) {
      case ALL -> shard -> true;
      case AFTER_SHARD_ID -> shard -> shard.id.compareTo(shardId) > 0;
      case AT_TRIM_HORIZON -> shard -> shard.wasOpenAt(horizon);
      case AT_LATEST -> Shard::isOpen;
      case AT_TIMESTAMP -> shard -> shard.wasOpenAt(earliest);
      case FROM_TIMESTAMP -> shard -> shard.wasOpenAfter(earliest);
    };
  }
}
