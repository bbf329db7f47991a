package dev.tidewatch.detector.catalog;

import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.Optional;

/**
 * How much of each there may be (contract section 5.6).
 *
 * @param detectors of the account
 * @param alerts of one detector
 * @param measures of one dataset
 * @param dimensions of one dataset; of the two numbers published, the later
 * @param tags of one resource
 * @param perInterval times the published numbers of files, records, bytes and time series, which
 *     differ by the length of the interval
 * @param megabytesPerInterval of the files of one interval
 * @param historyIntervals that a continuous detector learns from
 * @param backTestIntervals of a backtest
 * @param historyFiles in the historical folder
 * @param historyMegabytes of its files together
 */
public record Quotas(
    int detectors,
    int alerts,
    int measures,
    int dimensions,
    int tags,
    int perInterval,
    int megabytesPerInterval,
    int historyIntervals,
    int backTestIntervals,
    int historyFiles,
    int historyMegabytes) {
  /** What the service allowed: a script that runs into a limit there does so here. */
  public static final Quotas LOOKOUT =
      new Quotas(10, 10, 5, 10, 50, 1, 200, 2_500, 3_000, 3_000, 102_400);

  /** What the server itself can bear; tags are as many as the clients' model knows. */
  public static final Quotas OWN =
      new Quotas(1_000, 100, 50, 20, 50, 20, 4_000, 25_000, 30_000, 100_000, 1_024_000);

  private static final long MEGABYTE = 1024 * 1024;
  private static final long EXPANSION = 5;

  public Quotas {
    if (detectors < 1
        || alerts < 1
        || measures < 1
        || dimensions < 1
        || tags < 1
        || perInterval < 1
        || megabytesPerInterval < 1
        || historyIntervals < 1
        || backTestIntervals < 1
        || historyFiles < 1
        || historyMegabytes < 1) {
      throw new IllegalArgumentException("quotas should be at least 1");
    }
  }

  /** How many files the folder of one interval may hold. */
  public int filesPerInterval(IntervalLength interval) {
    return interval.maxFiles() * perInterval;
  }

  /** How many records the files of one interval may hold together. */
  public int recordsPerInterval(IntervalLength interval) {
    return interval.maxRecords() * perInterval;
  }

  /** How many time series (measure × dimension combination) a detector may have. */
  public int timeSeries(IntervalLength interval) {
    return interval.maxTimeSeries() * perInterval;
  }

  /** What may be read of a dataset with intervals of this length. */
  public IntakeQuotas intake(IntervalLength interval) {
    long bytes = megabytesPerInterval * MEGABYTE;
    return new IntakeQuotas(
        measures,
        dimensions,
        filesPerInterval(interval),
        recordsPerInterval(interval),
        bytes,
        EXPANSION * bytes,
        historyFiles,
        historyMegabytes * MEGABYTE,
        historyIntervals,
        backTestIntervals);
  }

  /** What stands against one detector more. */
  public Optional<QuotaExcess> oneMoreDetector(int present) {
    return excess(
        present + 1,
        detectors,
        "detectors",
        "AnomalyDetector",
        "detectors of an account",
        "delete one first");
  }

  /** What stands against one alert more. */
  public Optional<QuotaExcess> oneMoreAlert(int present) {
    return excess(
        present + 1,
        alerts,
        "alerts-per-detector",
        "Alert",
        "alerts of a detector",
        "delete one first");
  }

  /** What stands against a dataset of a detector that has one already. */
  public static QuotaExcess secondMetricSet() {
    return new QuotaExcess(
        "datasets-per-detector",
        "MetricSet",
        "a detector has one dataset, and this one has it already: update that one, or make another detector");
  }

  /** What stands against as many measures in one dataset. */
  public Optional<QuotaExcess> measures(int wanted) {
    return excess(
        wanted,
        measures,
        "measures-per-dataset",
        "MetricSet",
        "measures of a dataset",
        "leave some out");
  }

  /** What stands against as many dimensions in one dataset. */
  public Optional<QuotaExcess> dimensions(int wanted) {
    return excess(
        wanted,
        dimensions,
        "dimensions-per-dataset",
        "MetricSet",
        "dimensions of a dataset",
        "leave some out");
  }

  private static Optional<QuotaExcess> excess(
      int wanted, int most, String code, String resourceType, String what, String help) {
    return wanted <= most
        ? Optional.empty()
        : Optional.of(
            new QuotaExcess(
                code,
                resourceType,
                "%d %s are more than the %d there may be: %s".formatted(wanted, what, most, help)));
  }
}
