package dev.tidewatch.etl.kinesis;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shards a stream lists and how they descend from each other. */
final class ShardDirectory {
  private final Map<String, ListedShard> shards = new TreeMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();

  ShardDirectory(Collection<ListedShard> listed) {
    for (ListedShard shard : listed) {
      shards.put(shard.id(), shard);
      for (String parent : shard.parents()) {
        children.computeIfAbsent(parent, id -> new HashSet<>()).add(shard.id());
      }
    }
  }

  boolean lists(String shardId) {
    return shards.containsKey(shardId);
  }

  boolean isClosed(String shardId) {
    ListedShard shard = shards.get(shardId);
    return shard != null && shard.closed();
  }

  List<String> parentsOf(String shardId) {
    ListedShard shard = shards.get(shardId);
    return shard == null ? List.of() : shard.parents();
  }

  Set<String> childrenOf(String shardId) {
    return children.getOrDefault(shardId, Set.of());
  }

  /** The shards that take records. */
  List<String> open() {
    return shards.values().stream().filter(shard -> !shard.closed()).map(ListedShard::id).toList();
  }

  /**
   * The shards whose turn has come: not known yet, not older than a known one, and every parent
   * that is still listed or known has been read to its end.
   *
   * @param known the shards that are being read or have been
   * @param finished those of them that were read to their end
   */
  List<String> entering(Set<String> known, Set<String> finished) {
    Set<String> past = ancestorsOf(known);
    return shards.values().stream()
        .filter(shard -> !known.contains(shard.id()) && !past.contains(shard.id()))
        .filter(
            shard ->
                shard.parents().stream()
                    .filter(parent -> lists(parent) || known.contains(parent))
                    .allMatch(
                        parent ->
                            known.contains(parent)
                                ? finished.contains(parent)
                                : past.contains(parent)))
        .map(ListedShard::id)
        .toList();
  }

  private Set<String> ancestorsOf(Set<String> known) {
    Set<String> ancestors = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      for (String parent : parentsOf(open.pop())) {
        if (ancestors.add(parent)) {
          open.push(parent);
        }
      }
    }
    return ancestors;
  }
}
