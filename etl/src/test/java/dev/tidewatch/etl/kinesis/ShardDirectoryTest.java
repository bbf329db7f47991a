package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardDirectoryTest {
  private static ListedShard closed(String id, String... parents) {
    return new ListedShard(id, List.of(parents), true);
  }

  private static ListedShard open(String id, String... parents) {
    return new ListedShard(id, List.of(parents), false);
  }

  @Test
  void beginsWithTheOldestShards() {
    ShardDirectory directory =
        new ShardDirectory(List.of(closed("a"), open("b", "a"), open("c", "a"), open("d")));

    assertThat(directory.entering(Set.of(), Set.of())).containsExactly("a", "d");
  }

  @Test
  void letsChildrenWaitForTheirParents() {
    ShardDirectory directory = new ShardDirectory(List.of(closed("a"), open("b", "a")));

    assertThat(directory.entering(Set.of("a"), Set.of())).isEmpty();
    assertThat(directory.entering(Set.of("a"), Set.of("a"))).containsExactly("b");
  }

  @Test
  void letsTheChildOfAMergeWaitForBothParents() {
    ShardDirectory directory =
        new ShardDirectory(List.of(closed("a"), closed("b"), open("c", "a", "b")));

    assertThat(directory.entering(Set.of("a", "b"), Set.of("a"))).isEmpty();
    assertThat(directory.entering(Set.of("a", "b"), Set.of("a", "b"))).containsExactly("c");
  }

  @Test
  void neverGoesBackToShardsOlderThanAKnownOne() {
    ShardDirectory directory =
        new ShardDirectory(List.of(closed("a"), closed("b", "a"), open("c", "b"), open("d", "b")));

    assertThat(directory.entering(Set.of("c", "d"), Set.of())).isEmpty();
    assertThat(directory.entering(Set.of("c"), Set.of())).containsExactly("d");
  }

  @Test
  void takesAShardWhoseParentIsNoLongerListedForAnOldest() {
    ShardDirectory directory = new ShardDirectory(List.of(open("b", "gone")));

    assertThat(directory.entering(Set.of(), Set.of())).containsExactly("b");
  }

  @Test
  void managesThousandsOfClosedShards() {
    List<ListedShard> shards = new ArrayList<>();
    shards.add(closed("s0"));
    for (int i = 1; i <= 10_000; i++) {
      shards.add(i == 10_000 ? open("s" + i, "s" + (i - 1)) : closed("s" + i, "s" + (i - 1)));
    }

    assertThat(new ShardDirectory(shards).entering(Set.of("s10000"), Set.of())).isEmpty();
  }
}
