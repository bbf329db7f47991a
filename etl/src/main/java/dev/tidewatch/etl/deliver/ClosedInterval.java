package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.metricset.interval.Interval;
import java.util.Map;

/**
 * An interval that takes no more records.
 *
 * @param rows what it holds, in no order; empty when nothing happened
 */
record ClosedInterval(Interval interval, Map<RowKey, RowTotals> rows) {
  ClosedInterval {
    requireNonNull(interval, "interval");
    requireNonNull(rows, "rows");
  }

  long records() {
    return rows.values().stream().mapToLong(RowTotals::records).sum();
  }
}
