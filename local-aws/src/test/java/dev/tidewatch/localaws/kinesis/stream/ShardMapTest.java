package dev.tidewatch.localaws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShardMapTest {
  private final AtomicLong births = new AtomicLong(1_700_000_000_000L);

  @Test
  void rescalingGivesEvenShardsThatCoverEveryHashKeyOnce() {
    for (int from = 1; from <= 12; from++) {
      for (int to = 1; to <= 24; to++) {
        var shards = new ShardMap(from, births::incrementAndGet);
        shards.rescale(to);
        assertThat(openRanges(shards))
            .as("from %d to %d", from, to)
            .isEqualTo(HashKeyRange.uniform(to));
      }
    }
  }

  private static List<HashKeyRange> openRanges(ShardMap shards) {
    return shards.all().stream()
        .filter(Shard::isOpen)
        .map(shard -> shard.range)
        .sorted((a, b) -> a.start().compareTo(b.start()))
        .toList();
  }

  @Test
  void aChildsNumbersAreAboveItsParents() {
    var shards = new ShardMap(3, births::incrementAndGet);
    shards.rescale(2);
    for (Shard parent : shards.all()) {
      for (Shard child : parent.children()) {
        assertThat(child.numbers.at(0)).isGreaterThan(parent.numbers.at(Long.MAX_VALUE));
      }
    }
  }

  @Test
  void everyHashKeyIsTakenByAnOpenShard() {
    var shards = new ShardMap(5, births::incrementAndGet);
    shards.rescale(3);
    for (HashKey key : List.of(HashKey.MIN, HashKey.parse("7"), HashKey.MAX)) {
      Shard shard = shards.taking(key);
      assertThat(shard.isOpen()).isTrue();
      assertThat(shard.range.start()).isLessThanOrEqualTo(key);
      assertThat(shard.range.end()).isGreaterThanOrEqualTo(key);
    }
  }
}
