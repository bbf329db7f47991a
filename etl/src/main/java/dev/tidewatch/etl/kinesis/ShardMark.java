package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard has been read.
 *
 * @param parents the shards it was split or merged from
 * @param entered where reading began, in the first position the shard stands in; null in later ones
 * @param at where reading goes on
 * @param readUpTo everything that arrived before this instant has been read; null when more is
 *     unread
 */
record ShardMark(List<String> parents, @Nullable Cut entered, Cut at, @Nullable Instant readUpTo) {
  ShardMark {
    parents = List.copyOf(parents);
    requireNonNull(at, "at");
  }

  Optional<Cut> entry() {
    return Optional.ofNullable(entered);
  }

  Optional<Instant> tip() {
    return Optional.ofNullable(readUpTo);
  }

  boolean isFinished() {
    return at.is(Cut.Kind.SHARD_END);
  }

  /** Whether all that arrived before the instant is known to have been read. */
  boolean reaches(Instant horizon) {
    return readUpTo != null && !readUpTo.isBefore(horizon);
  }

  ShardMark advancedTo(Cut cut, @Nullable Instant tip) {
    return new ShardMark(parents, null, cut, tip);
  }
}
