package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the shaping of a range takes up.
 *
 * @param progress how far the shard had come before the range
 * @param watermark the time the job had come to before the range; null when there was none yet
 * @param closedUpTo the end of the last interval closed before the range; null when none was
 */
public record ShardStart(
    String shardId,
    ShardProgress progress,
    @Nullable Instant watermark,
    @Nullable Instant closedUpTo)
    implements Serializable {
  public ShardStart {
    requireNonNull(shardId, "shardId");
    requireNonNull(progress, "progress");
  }

  /** Of a shard of which nothing was read, before any interval was closed. */
  public static ShardStart ofNew(String shardId) {
    return new ShardStart(shardId, ShardProgress.NONE, null, null);
  }

  public Optional<Instant> latestWatermark() {
    return Optional.ofNullable(watermark);
  }

  public Optional<Instant> endOfLastClosed() {
    return Optional.ofNullable(closedUpTo);
  }
}
