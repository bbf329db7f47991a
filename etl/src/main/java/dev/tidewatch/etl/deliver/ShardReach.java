package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch reads one active shard. Every active shard of a batch has one, also when nothing
 * is read from it.
 *
 * @param parents the shards it was split or merged from; empty for the others
 * @param tip the time at which the batch's end was the shard's tip: all that had arrived by then is
 *     read; null when the batch ends before the tip
 */
public record ShardReach(String shardId, List<String> parents, @Nullable Instant tip)
    implements Serializable {
  public ShardReach {
    requireNonNull(shardId, "shardId");
    parents = List.copyOf(parents);
  }

  /** Of a shard that was read to its tip at the given time. */
  public static ShardReach toTip(String shardId, List<String> parents, Instant readUpTo) {
    return new ShardReach(shardId, parents, requireNonNull(readUpTo, "readUpTo"));
  }

  /** Of a shard that has more than the batch reads. */
  public static ShardReach partly(String shardId, List<String> parents) {
    return new ShardReach(shardId, parents, null);
  }

  public Optional<Instant> readUpTo() {
    return Optional.ofNullable(tip);
  }
}
