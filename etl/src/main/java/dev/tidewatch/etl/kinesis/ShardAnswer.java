package dev.tidewatch.etl.kinesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;

/**
 * What GetRecords answers.
 *
 * @param nextIterator where to go on; null when the shard is closed and these were its last
 * @param atTip whether nothing followed the records
 */
record ShardAnswer(List<ShardRecord> records, @Nullable String nextIterator, boolean atTip) {
  /** Of a response whose records were put aside, or are in it. */
  static ShardAnswer of(GetRecordsResponse response, RecordsAside.Place place) {
    Long behind = response.millisBehindLatest();
    return new ShardAnswer(
        place.records().orElseGet(() -> response.records().stream().map(ShardRecord::of).toList()),
        response.nextShardIterator(),
        behind == null || behind == 0);
  }
}
