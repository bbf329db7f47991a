package dev.tidewatch.etl.kinesis;

import java.util.List;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * One answer of a shard.
 *
 * @param records in the order of their sequence numbers; often none
 * @param atTip whether nothing followed them when they were read
 * @param ended whether the shard is closed and they were its last
 */
public record RecordPage(List<Record> records, boolean atTip, boolean ended) {
  public RecordPage {
    records = List.copyOf(records);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  Record last() {
    return records.get(records.size() - 1);
  }
}
