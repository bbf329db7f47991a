package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.connector.read.InputPartition;

/** The records of one shard between two cuts: what one task reads. */
record ShardRange(String shardId, Cut from, Cut to) implements InputPartition {
  ShardRange {
    requireNonNull(shardId, "shardId");
    requireNonNull(from, "from");
    if (to.is(Cut.Kind.TRIM_HORIZON) || to.is(Cut.Kind.AT_TIMESTAMP)) {
      throw new IllegalArgumentException("a range cannot end at " + to.text());
    }
  }

  @Override
  public String toString() {
    return shardId + " from " + from.text() + " to " + to.text();
  }
}
