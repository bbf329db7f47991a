package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.Map;

/**
 * How many rows of one interval are kept in memory, so that ever new dimension values do not fill
 * it. Records of further rows are added up as {@link RowKey#ofOther}, which is one row more. The
 * same rule holds where a range is read and where the ranges of all shards come together.
 *
 * @param rows how many rows stand for themselves
 */
public record RowLimit(int rows) {
  /** More than once what a detector reads: which rows have most records is chosen later. */
  private static final int QUOTAS_KEPT = 2;

  public RowLimit {
    if (rows < 1) {
      throw new IllegalArgumentException("an interval keeps at least 1 row, not " + rows);
    }
  }

  /** Twice the rows a detector reads of such an interval (contract section 5.6). */
  public static RowLimit of(IntervalLength interval) {
    return new RowLimit(QUOTAS_KEPT * interval.maxRecords());
  }

  boolean isReachedBy(int count) {
    return count >= rows;
  }

  /** Adds a row to those of its interval: to its own, or to that of the others. */
  private void add(Map<RowKey, RowTotals> interval, RowKey key, RowTotals totals) {
    RowKey other = RowKey.ofOther(key.dimensions().size());
    int own = interval.containsKey(other) ? interval.size() - 1 : interval.size();
    boolean folded = isReachedBy(own) && !interval.containsKey(key);
    interval.merge(folded ? other : key, totals, RowTotals::plus);
  }

  /**
   * Adds rows to those of their interval. Which of them are added up as others depends on both
   * alone: when not all have place, those come first whose keys do.
   */
  public void addAll(Map<RowKey, RowTotals> interval, Map<RowKey, RowTotals> more) {
    if (isReachedBy(interval.size() + more.size())) {
      more.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(row -> add(interval, row.getKey(), row.getValue()));
    } else {
      more.forEach((key, totals) -> interval.merge(key, totals, RowTotals::plus));
    }
  }
}
