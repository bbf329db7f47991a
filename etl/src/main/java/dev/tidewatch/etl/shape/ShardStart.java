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
 * @param watermark the time up to which intervals had been closed before the range; null when none
 *     had
 */
public record ShardStart(String shardId, ShardProgress progress, @Nullable Instant watermark)
    implements Serializable {
  public ShardStart {
    requireNonNull(shardId, "shardId");
    requireNonNull(progress, "progress");
  }

  /** Of a shard of which nothing was read, before any interval was closed. */
  public static ShardStart ofNew(String shardId) {
    return new ShardStart(shardId, ShardProgress.NONE, null);
  }

  public Optional<Instant> closedUpTo() {
    return Optional.ofNullable(watermark);
  }
}
