package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * All shards a stream ever had, and which of them takes which hash key now. The open ones always
 * cover every hash key once. Guarded by its stream.
 */
final class ShardMap {
  private final LongSupplier births;
  private final List<Shard> shards = new ArrayList<>();
  private final NavigableMap<HashKey, Shard> openByStart = new TreeMap<>();
  private final Instant madeAt;

  ShardMap(int count, LongSupplier births) {
    this.births = births;
    for (HashKeyRange range : HashKeyRange.uniform(count)) {
      add(range, List.of());
    }
    this.madeAt = shards.get(count - 1).bornAt();
  }

  private Shard add(HashKeyRange range, List<String> parents) {
    var shard = new Shard(shards.size(), births.getAsLong(), range, parents);
    shards.add(shard);
    openByStart.put(range.start(), shard);
    return shard;
  }

  Shard taking(HashKey key) {
    return requireNonNull(openByStart.floorEntry(key), "the first shard starts at 0").getValue();
  }

  Optional<Shard> find(String shardId) {
    return shards.stream().filter(shard -> shard.id.equals(shardId)).findFirst();
  }

  Shard get(int number) {
    return shards.get(number);
  }

  int openCount() {
    return openByStart.size();
  }

  /** In the order they were made, without those whose records are all past the retention. */
  List<Shard> list(ShardFilter filter, Instant now, Duration retention) {
    Instant trimmed = now.minus(retention);
    Instant horizon = trimmed.isAfter(madeAt) ? trimmed : madeAt;
    return shards.stream()
        .filter(shard -> !shard.isForgotten(now, retention))
        .filter(filter.since(horizon))
        .toList();
  }

  List<Shard> all() {
    return shards;
  }

  /** Closes the shard; its hash keys below the given one go to one new shard, the others to one. */
  List<Shard> split(Shard shard, HashKey secondStart) {
    HashKeyRange range = shard.range;
    List<String> parents = List.of(shard.id);
    Shard lower = add(new HashKeyRange(range.start(), secondStart.previous()), parents);
    Shard upper = add(new HashKeyRange(secondStart, range.end()), parents);
    shard.closeInto(List.of(lower, upper));
    return List.of(lower, upper);
  }

  /** Closes two shards, the second beginning where the first ends, into one new shard. */
  Shard merge(Shard shard, Shard adjacent) {
    boolean ascending = shard.range.isBefore(adjacent.range);
    Shard lower = ascending ? shard : adjacent;
    Shard upper = ascending ? adjacent : shard;
    openByStart.remove(upper.range.start());
    Shard merged =
        add(
            new HashKeyRange(lower.range.start(), upper.range.end()),
            List.of(shard.id, adjacent.id));
    shard.closeInto(List.of(merged));
    adjacent.closeInto(List.of(merged));
    return merged;
  }

  /**
   * Splits and merges, in this order, until there are so many shards of (nearly) the same size. As
   * with AWS, shards in between come and go.
   */
  void rescale(int count) {
    List<HashKeyRange> targets = HashKeyRange.uniform(count);
    for (HashKeyRange target : targets) {
      Shard shard = taking(target.start());
      if (!shard.range.start().equals(target.start())) {
        split(shard, target.start());
      }
    }
    for (HashKeyRange target : targets) {
      Shard shard = taking(target.start());
      while (!shard.range.end().equals(target.end())) {
        shard = merge(shard, taking(shard.range.end().next()));
      }
    }
  }
}
