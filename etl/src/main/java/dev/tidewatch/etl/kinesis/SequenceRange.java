package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

/**
 * The records of one shard between two that exist.
 *
 * @param stream the name of the stream
 * @param first the sequence number of a record at the beginning of the range or right before it
 * @param last the sequence number of the record the range ends with or before
 * @param lastIncluded whether it ends with that record
 */
public record SequenceRange(
    String stream, String shardId, String first, String last, boolean lastIncluded) {
  public SequenceRange {
    requireNonNull(stream, "stream");
    requireNonNull(shardId, "shardId");
    requireNonNull(first, "first");
    requireNonNull(last, "last");
  }

  /** Whether a record with this number comes after the range. */
  public boolean isPast(String sequence) {
    return Cut.compareSequences(sequence, last) >= (lastIncluded ? 1 : 0);
  }
}
