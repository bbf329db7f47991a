package dev.tidewatch.etl.shape;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rows of a range, as they grow. To be used by one thread. */
interface Rows {
  /**
   * Takes an observation.
   *
   * @param interval the start of its interval, in epoch milliseconds
   * @param sequenceNumber the record's place in its shard
   * @param subSequence its place within an aggregated record
   */
  void add(long interval, Observation observation, String sequenceNumber, long subSequence);

  int size();

  /** The dimension values of the rows that came up last. */
  List<List<String>> newest(int count);

  /** The rows by the start of their interval, in the order in which they came up. */
  Map<Instant, Map<RowKey, RowTotals>> toMap();
}
