package dev.tidewatch.etl.asl;

import java.io.Serializable;
import java.util.Comparator;

/** Where a record stands in the stream. In order within a shard. */
record RecordPlace(String shardId, String sequence, long subSequence)
    implements Comparable<RecordPlace>, Serializable {
  /** Sequence numbers are decimal, without leading zeros. */
  static final Comparator<String> BY_SEQUENCE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final Comparator<RecordPlace> ORDER =
      Comparator.comparing(RecordPlace::shardId)
          .thenComparing(RecordPlace::sequence, BY_SEQUENCE)
          .thenComparingLong(RecordPlace::subSequence);

  @Override
  public int compareTo(RecordPlace other) {
    return ORDER.compare(this, other);
  }
}
