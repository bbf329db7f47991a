package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured: the one agreement that generator, ETL job, setup and detector read.
 *
 * @param name names the metric set and what is made from it
 * @param stream where the records come from
 * @param format how one record is written
 * @param timestamp when a record happened
 * @param dimensions the categories, in the order of the interval files' columns; may be empty
 * @param measures the numbers, in the order of the interval files' columns; at least one
 * @param interval the length of the intervals
 * @param lateness how long after its end an interval stays open for records that come late
 * @param output where the interval files go
 * @param alert who is told of anomalies, if anybody
 */
public record MetricSet(
    String name,
    StreamName stream,
    RecordFormat format,
    TimestampColumn timestamp,
    List<Dimension> dimensions,
    List<Measure> measures,
    IntervalLength interval,
    Duration lateness,
    OutputLocation output,
    Optional<Alert> alert) {
  /** A later edition of the quotas allows ten (contract section 5.6). */
  public static final int MAX_DIMENSIONS = 10;

  public static final int MAX_MEASURES = 10;

  public MetricSet {
    ColumnName.check(name);
    requireNonNull(stream, "stream");
    requireNonNull(format, "format");
    requireNonNull(timestamp, "timestamp");
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    requireNonNull(interval, "interval");
    requireNonNull(lateness, "lateness");
    requireNonNull(output, "output");
    requireNonNull(alert, "alert");
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("a metric set has at least one measure");
    }
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("lateness is not negative, as " + lateness + " is");
    }
    Set<String> names = new HashSet<>(Set.of(timestamp.name()));
    dimensions.forEach(dimension -> checkUnique(names, dimension.name()));
    measures.forEach(measure -> checkUnique(names, measure.name()));
  }

  /** The intervals, on the wall clock of the timestamps' zone. */
  public IntervalCalendar calendar() {
    return new IntervalCalendar(interval, timestamp.zone());
  }

  private static void checkUnique(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two columns are named '" + name + "'");
    }
  }
}
