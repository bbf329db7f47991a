package dev.tidewatch.etl.kinesis;

import java.util.List;

/**
 * A shard as the stream lists it.
 *
 * @param parents the shards it was split or merged from: none, one or two
 * @param closed whether it takes no more records
 */
record ListedShard(String id, List<String> parents, boolean closed) {
  ListedShard {
    parents = List.copyOf(parents);
  }
}
