package dev.tidewatch.localaws.kinesis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One shard: its place among the shards, its records, its limits. Guarded by its stream. */
final class Shard {
  final int number;
  final String id;
  final HashKeyRange range;
  final SequenceNumbers numbers;
  final RecordLog log = new RecordLog();
  final ShardLimits limits = new ShardLimits();
  private final long birth;
  private final List<String> parents;
  private final List<Shard> children = new ArrayList<>(2);

  /**
   * @param birth epoch milliseconds, moved on where needed so that no two shards share it
   */
  Shard(int number, long birth, HashKeyRange range, List<String> parents) {
    this.number = number;
    this.id = String.format("shardId-%012d", number);
    this.birth = birth;
    this.range = range;
    this.parents = List.copyOf(parents);
    this.numbers = new SequenceNumbers(birth, number);
  }

  boolean isOpen() {
    return children.isEmpty();
  }

  /** A shard is closed by getting children. */
  void closeInto(List<Shard> heirs) {
    children.addAll(heirs);
  }

  List<Shard> children() {
    return children;
  }

  Instant bornAt() {
    return Instant.ofEpochMilli(birth);
  }

  private Optional<Instant> closedAt() {
    return children.stream().findFirst().map(Shard::bornAt);
  }

  boolean wasOpenAt(Instant time) {
    return !bornAt().isAfter(time) && wasOpenAfter(time);
  }

  /** Whether it was open at that time or later. */
  boolean wasOpenAfter(Instant time) {
    return closedAt().filter(closed -> !closed.isAfter(time)).isEmpty();
  }

  /** Whether all it can have held is past the retention, so that it is no longer listed. */
  boolean isForgotten(Instant now, Duration retention) {
    return closedAt().filter(closed -> closed.plus(retention).isBefore(now)).isPresent();
  }

  /** Index after the last record it will ever have; for an open shard, has now. */
  boolean endsAt(long index) {
    return !isOpen() && index >= log.end();
  }

  ShardDescription describe() {
    return new ShardDescription(
        id,
        parents,
        range,
        numbers.at(0),
        isOpen() ? Optional.empty() : Optional.of(numbers.at(log.end())));
  }
}
