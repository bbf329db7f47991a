package dev.tidewatch.etl.kinesis;

import java.util.List;

/**
 * One answer of a shard.
 *
 * @param records in the order of their sequence numbers; often none
 * @param atTip whether nothing followed them when they were read
 * @param ended whether the shard is closed and they were its last
 */
record RecordPage(List<ShardRecord> records, boolean atTip, boolean ended) {
  boolean isEmpty() {
    return records.isEmpty();
  }

  ShardRecord last() {
    return records.get(records.size() - 1);
  }
}
