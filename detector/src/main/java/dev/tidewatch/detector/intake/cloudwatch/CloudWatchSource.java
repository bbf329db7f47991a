package dev.tidewatch.detector.intake.cloudwatch;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.metricset.interval.Interval;

/** Reads the interval of metrics of CloudWatch. */
public final class CloudWatchSource implements IntervalSource {
  private final CloudWatchMetrics metrics;
  private final Dataset dataset;

  public CloudWatchSource(CloudWatchMetrics metrics, Dataset dataset) {
    this.metrics = requireNonNull(metrics, "metrics");
    this.dataset = requireNonNull(dataset, "dataset");
  }

  @Override
  public Reading read(Interval interval) {
    RowCollector collector = RowCollector.of(dataset, 1);
    try {
      metrics.collect(interval, collector);
    } catch (CloudWatchRefusal refusal) {
      return Reading.Failed.unread(refusal.reason());
    }
    if (collector.size() == 0) {
      return new Reading.NoData(
          "No datapoint at the source for interval %s to %s"
              .formatted(interval.start(), interval.end()));
    }
    return new Reading.Rows(collector.rows(interval), collector.quality());
  }
}
