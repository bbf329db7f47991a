package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;

/** What one read of a shard gives. */
public final class ReadRecords {
  private final SequenceNumbers numbers;
  private final RecordPage page;
  private final OptionalLong nextIndex;
  private final long millisBehindLatest;
  private final List<ShardDescription> childShards;

  ReadRecords(
      SequenceNumbers numbers,
      RecordPage page,
      OptionalLong nextIndex,
      long millisBehindLatest,
      List<ShardDescription> childShards) {
    this.numbers = requireNonNull(numbers, "numbers");
    this.page = requireNonNull(page, "page");
    this.nextIndex = requireNonNull(nextIndex, "nextIndex");
    this.millisBehindLatest = millisBehindLatest;
    this.childShards = List.copyOf(childShards);
  }

  /** A new cursor before the first record. */
  public RecordCursor cursor() {
    return new RecordCursor(page, numbers);
  }

  /** Where to read on; empty at the end of a closed shard. */
  public OptionalLong nextIndex() {
    return nextIndex;
  }

  /** How long ago the next record arrived; 0 when there is none. */
  public long millisBehindLatest() {
    return millisBehindLatest;
  }

  /** Where its records go on; given once, with the end of a closed shard. */
  public List<ShardDescription> childShards() {
    return childShards;
  }
}
