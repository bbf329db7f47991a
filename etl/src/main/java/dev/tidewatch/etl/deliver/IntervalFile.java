package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RecordIdentity;
import dev.tidewatch.etl.shape.RowKey;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvWriter;
import dev.tidewatch.metricset.interval.Interval;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the rows of an interval as CSV (RFC 4180, UTF-8, LF): a header, then the rows in the order
 * of their keys. A timestamp is the interval's start, or a record's own time when rows are not
 * added up. Numbers are plain decimals without trailing zeros; a measure that no record of the row
 * had is empty. The same rows are the same bytes.
 */
final class IntervalFile {
  private final MetricSet metricSet;
  private final TooManyRows tooManyRows;
  private final int quota;
  private final RowKey otherKey;

  IntervalFile(MetricSet metricSet, TooManyRows tooManyRows) {
    this(metricSet, tooManyRows, metricSet.interval().maxRecords());
  }

  IntervalFile(MetricSet metricSet, TooManyRows tooManyRows, int quota) {
    this.metricSet = requireNonNull(metricSet, "metricSet");
    this.tooManyRows = requireNonNull(tooManyRows, "tooManyRows");
    this.quota = quota;
    this.otherKey = RowKey.ofOther(metricSet.dimensions().size());
  }

  /**
   * The file of an interval.
   *
   * @param rows how many lines the file has, but for the header
   * @param records how many records are in the rows
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Content(byte[] bytes, int rows, long records, Folding folding) {}

  /**
   * @throws RowQuotaExceededException when there are too many rows and the job is to stop then
   */
  Content write(ClosedInterval closed) {
    Folding folding = Folding.NONE;
    Map<RowKey, RowTotals> rows = closed.rows();
    if (rows.size() > quota) {
      if (tooManyRows == TooManyRows.FAIL) {
        throw new RowQuotaExceededException(closed.interval(), rows.size(), quota);
      }
      Map<RowKey, RowTotals> kept = top(rows);
      folding =
          new Folding(
              rows.size() - kept.size(),
              closed.records() - kept.values().stream().mapToLong(RowTotals::records).sum());
      rows = withOther(rows, kept);
    }
    byte[] bytes = csv(closed.interval(), rows).getBytes(StandardCharsets.UTF_8);
    return new Content(bytes, rows.size(), closed.records(), folding);
  }

  /** The rows with the most records, one fewer than the quota; a row named as the rest is rest. */
  private Map<RowKey, RowTotals> top(Map<RowKey, RowTotals> rows) {
    Map<RowKey, RowTotals> kept = new HashMap<>();
    rows.entrySet().stream()
        .filter(row -> !row.getKey().equals(otherKey))
        .sorted(
            Comparator.<Map.Entry<RowKey, RowTotals>>comparingLong(row -> -row.getValue().records())
                .thenComparing(Map.Entry::getKey))
        .limit(quota - 1L)
        .forEach(row -> kept.put(row.getKey(), row.getValue()));
    return kept;
  }

  private Map<RowKey, RowTotals> withOther(
      Map<RowKey, RowTotals> rows, Map<RowKey, RowTotals> kept) {
    Map<RowKey, RowTotals> folded = new HashMap<>(kept);
    rows.forEach(
        (key, row) -> {
          if (!kept.containsKey(key)) {
            folded.merge(otherKey, row, RowTotals::plus);
          }
        });
    return folded;
  }

  private String csv(Interval interval, Map<RowKey, RowTotals> rows) {
    StringBuilder text = new StringBuilder(64 * (rows.size() + 1));
    CsvWriter csv = new CsvWriter(CsvDialect.RFC_4180, text);
    csv.row(header());
    String start = timestamp(interval.start());
    for (Map.Entry<RowKey, RowTotals> row : new TreeMap<>(rows).entrySet()) {
      RecordIdentity record = row.getKey().record();
      String time = record == null ? start : timestamp(record.eventTime());
      csv.row(fields(time, row.getKey(), row.getValue()));
    }
    return text.toString();
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    names.add(metricSet.timestamp().name());
    metricSet.dimensions().stream().map(Dimension::name).forEach(names::add);
    metricSet.measures().stream().map(Measure::name).forEach(names::add);
    return names;
  }

  private List<String> fields(String time, RowKey key, RowTotals totals) {
    List<String> fields = new ArrayList<>();
    fields.add(time);
    fields.addAll(key.dimensions());
    for (int i = 0; i < totals.measures().size(); i++) {
      fields.add(number(metricSet.measures().get(i), totals.measures().get(i)));
    }
    return fields;
  }

  private String timestamp(Instant instant) {
    TimestampColumn column = metricSet.timestamp();
    return column.format().format(instant, column.zone());
  }

  private static String number(Measure measure, MeasureTotal total) {
    return total
        .valueFor(measure)
        .map(value -> value.stripTrailingZeros().toPlainString())
        .orElse("");
  }
}
