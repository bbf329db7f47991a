package dev.tidewatch.etl.job;

import dev.tidewatch.etl.shape.ShardProgress;
import dev.tidewatch.etl.shape.ShardStart;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What executors must know of the batches before: how far each shard and all of them together had come. */
record BatchStart(Map<String, ShardProgress> shards, @Nullable Instant watermark)
    implements Serializable {

  /** Where the shaping of a shard begins. */
  ShardStart shard(String shardId) {
    return new ShardStart(
        shardId,
        shards.getOrDefault(shardId, ShardProgress.NONE),
        Optional.ofNullable(watermark));
  }
}
