package dev.tidewatch.detector.intake.cloudwatch;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.TooManyRows;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.metricset.interval.Interval;

/** Reads the interval of metrics of CloudWatch. */
public final class CloudWatchSource implements IntervalSource {
  private final CloudWatchMetrics metrics;
  private final Dataset dataset;
  private final Room room;

  public CloudWatchSource(CloudWatchMetrics metrics, Dataset dataset, Room room) {
    this.metrics = requireNonNull(metrics, "metrics");
    this.dataset = requireNonNull(dataset, "dataset");
    this.room = requireNonNull(room, "room");
  }

  @Override
  public Reading read(Interval interval) {
    try (RowCollector collector = RowCollector.of(dataset, 1, room)) {
      metrics.collect(interval, collector);
      return reading(interval, collector);
    } catch (CloudWatchRefusal refusal) {
      return Reading.Failed.unread(refusal.reason());
    } catch (TooManyRows excess) {
      return Reading.Failed.unread(excess.reason());
    }
  }

  private static Reading reading(Interval interval, RowCollector collector) {
    if (collector.size() == 0 && collector.quality().rowsInvalid() > 0) {
      return new Reading.Failed(
          "Insufficient data at the source: no datapoint is a number a measure may be",
          collector.quality());
    }
    if (collector.size() == 0) {
      return new Reading.NoData(
          "No datapoint at the source for interval %s to %s"
              .formatted(interval.start(), interval.end()));
    }
    return new Reading.Rows(collector.rows(interval), collector.quality());
  }
}
