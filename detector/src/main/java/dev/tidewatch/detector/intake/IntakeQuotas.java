package dev.tidewatch.detector.intake;

import dev.tidewatch.metricset.interval.IntervalLength;

/**
 * How much is read at most (contract section 5.6 and 4.3). The published numbers are the default; a
 * server may be given higher ones.
 *
 * @param filesPerInterval files of one interval; empty objects do not count
 * @param recordsPerInterval records of one interval, usable or not
 * @param bytesPerInterval bytes of one interval's files as they are stored
 * @param expandedBytes bytes of one interval's files, or of one historical file, after
 *     decompression
 * @param historyIntervals past intervals a continuous detector learns from
 * @param backtestIntervals intervals of a backtest
 */
public record IntakeQuotas(
    int measures,
    int dimensions,
    int filesPerInterval,
    int recordsPerInterval,
    long bytesPerInterval,
    long expandedBytes,
    int historyFiles,
    long historyBytes,
    int historyIntervals,
    int backtestIntervals) {
  private static final long MEGABYTE = 1024 * 1024;

  public IntakeQuotas {
    if (measures < 1
        || dimensions < 0
        || filesPerInterval < 1
        || recordsPerInterval < 1
        || bytesPerInterval < 1
        || expandedBytes < 1
        || historyFiles < 1
        || historyBytes < 1
        || historyIntervals < 1
        || backtestIntervals < 1) {
      throw new IllegalArgumentException("quotas are positive");
    }
  }

  /** The service's own numbers; of the two it published for dimensions, the later. */
  public static IntakeQuotas published(IntervalLength length) {
    return new IntakeQuotas(
        5,
        10,
        length.maxFiles(),
        length.maxRecords(),
        200 * MEGABYTE,
        1024 * MEGABYTE,
        3_000,
        102_400 * MEGABYTE,
        2_500,
        3_000);
  }

  /** The same, with other numbers for an interval. */
  public IntakeQuotas withInterval(int files, int records, long bytes) {
    return new IntakeQuotas(
        measures,
        dimensions,
        files,
        records,
        bytes,
        Math.max(expandedBytes, bytes),
        historyFiles,
        historyBytes,
        historyIntervals,
        backtestIntervals);
  }

  /** The same, with other numbers of columns. */
  public IntakeQuotas withColumns(int mostMeasures, int mostDimensions) {
    return new IntakeQuotas(
        mostMeasures,
        mostDimensions,
        filesPerInterval,
        recordsPerInterval,
        bytesPerInterval,
        expandedBytes,
        historyFiles,
        historyBytes,
        historyIntervals,
        backtestIntervals);
  }

  /** The same, with another limit after decompression. */
  public IntakeQuotas withExpandedBytes(long bytes) {
    return new IntakeQuotas(
        measures,
        dimensions,
        filesPerInterval,
        recordsPerInterval,
        bytesPerInterval,
        bytes,
        historyFiles,
        historyBytes,
        historyIntervals,
        backtestIntervals);
  }
}
