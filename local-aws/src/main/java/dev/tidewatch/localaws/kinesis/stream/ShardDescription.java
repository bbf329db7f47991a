package dev.tidewatch.localaws.kinesis.stream;

import java.util.List;
import java.util.Optional;

/**
 * A shard as it is told to clients.
 *
 * @param parents none, one (after a split) or two (after a merge), the adjacent parent last
 * @param startingSequenceNumber below that of every record in it
 * @param endingSequenceNumber above that of every record in it; empty while it is open
 */
public record ShardDescription(
    String shardId,
    List<String> parents,
    HashKeyRange range,
    String startingSequenceNumber,
    Optional<String> endingSequenceNumber) {
  public ShardDescription {
    parents = List.copyOf(parents);
  }
}
