package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one batch takes one shard.
 *
 * @param parents the shards it was split or merged from
 * @param from where the batch begins in the shard: the {@code to} of the batch before, as text
 * @param to where it ends; equal to {@code from} when the batch has no record of the shard
 * @param readUpTo everything that arrived in the shard before this instant is in this batch or an
 *     earlier one, and nothing is unread; null when more is unread, or when the shard is over and
 *     its children have the rest
 */
public record ShardStep(
    String shardId, List<String> parents, String from, String to, @Nullable Instant readUpTo)
    implements Serializable {
  public ShardStep {
    requireNonNull(shardId, "shardId");
    parents = List.copyOf(parents);
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  public Optional<Instant> tip() {
    return Optional.ofNullable(readUpTo);
  }
}
