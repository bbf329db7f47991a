package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;

/** What runs say of their data, in the API's terms (contract section 6.4). */
final class QualityBook {
  private QualityBook() {}

  static void write(Handle handle, long detector, Interval interval, Quality quality) {
    write(handle, detector, interval.start(), quality);
  }

  /** Of a run that began with this interval. */
  static void write(Handle handle, long detector, Instant interval, Quality quality) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT OR REPLACE INTO quality VALUES (?, ?, ?, ?, ?)");
    long start = interval.getEpochSecond();
    quality
        .completeness()
        .forEach(
            (column, share) ->
                batch.add(
                    detector,
                    start,
                    DataQualityMetricType.COLUMN_COMPLETENESS.toString(),
                    column,
                    share));
    quality
        .distinctValues()
        .forEach(
            (column, values) ->
                batch.add(
                    detector,
                    start,
                    DataQualityMetricType.DIMENSION_UNIQUENESS.toString(),
                    column,
                    values));
    add(batch, detector, start, DataQualityMetricType.TIME_SERIES_COUNT, quality.timeSeries());
    add(batch, detector, start, DataQualityMetricType.ROWS_PROCESSED, quality.rowsProcessed());
    add(
        batch,
        detector,
        start,
        DataQualityMetricType.ROWS_PARTIAL_COMPLIANCE,
        quality.rowsPartial());
    add(
        batch,
        detector,
        start,
        DataQualityMetricType.INVALID_ROWS_COMPLIANCE,
        quality.rowsInvalid());
    batch.execute();
  }

  /** When something of a backtest began or ended, as epoch milliseconds (contract section 4.4). */
  static void stamp(
      Handle handle, long detector, Instant run, DataQualityMetricType type, Instant time) {
    handle.execute(
        "INSERT OR REPLACE INTO quality VALUES (?, ?, ?, '', ?)",
        detector,
        run.getEpochSecond(),
        type.toString(),
        (double) time.toEpochMilli());
  }

  private static void add(
      PreparedBatch batch, long detector, long start, DataQualityMetricType type, long value) {
    batch.add(detector, start, type.toString(), "", (double) value);
  }
}
