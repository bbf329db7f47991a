package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;

/**
 * What a detector reads, typed and checked (contract sections 2 and 5).
 *
 * @param offset how long after an interval's end it is read
 */
public record Dataset(
    String name,
    IntervalLength length,
    ZoneId zone,
    String timestampColumn,
    TimestampFormat timestampFormat,
    List<DatasetMeasure> measures,
    List<String> dimensions,
    List<ValueFilter> filters,
    Duration offset,
    DataLocation location) {
  public Dataset {
    requireNonNull(name, "name");
    requireNonNull(length, "length");
    requireNonNull(zone, "zone");
    requireNonNull(timestampColumn, "timestampColumn");
    requireNonNull(timestampFormat, "timestampFormat");
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
    filters = List.copyOf(filters);
    requireNonNull(offset, "offset");
    requireNonNull(location, "location");
  }

  /**
   * Reads a request.
   *
   * @param frequency the detector's interval
   * @return the data set, or all that is wrong with the request
   */
  public static DatasetCheck of(
      Frequency frequency, CreateMetricSetRequest request, IntakeQuotas quotas) {
    return new DatasetReader(frequency, request, quotas).read();
  }

  /** The intervals it is read by. */
  public IntervalCalendar calendar() {
    return new IntervalCalendar(length, zone);
  }

  /** Whether only the past is read and scored (contract section 4.4). */
  public boolean isBacktest() {
    if (location instanceof DataLocation.Files files) {
      return files.continuous().isEmpty();
    }
    return location instanceof DataLocation.CloudWatch cloudWatch && cloudWatch.backtest();
  }

  /** The same data, read another time after an interval's end. */
  public Dataset withOffset(Duration newOffset) {
    return new Dataset(
        name,
        length,
        zone,
        timestampColumn,
        timestampFormat,
        measures,
        dimensions,
        filters,
        newOffset,
        location);
  }
}
