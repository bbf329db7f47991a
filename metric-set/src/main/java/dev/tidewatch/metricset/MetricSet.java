package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured: the one agreement that generator, ETL job, setup and detector read.
 *
 * @param name names the metric set and what is made from it
 * @param description what it is about, in people's words; may be empty
 * @param stream where the records come from
 * @param startingPosition where a job that has no checkpoint begins to read
 * @param format how one record is written
 * @param timestamp when a record happened
 * @param dimensions the categories, in the order of the interval files' columns; may be empty
 * @param measures the numbers, in the order of the interval files' columns; at least one
 * @param interval the length of the intervals
 * @param lateness how long after its end an interval stays open for records that come late; whole
 *     seconds, at most {@link DetectorOffset#MAX_LATENESS}
 * @param output where the interval files go
 * @param alert who is told of anomalies, if anybody
 */
public record MetricSet(
    String name,
    String description,
    StreamName stream,
    StartingPosition startingPosition,
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

  public static final int MAX_DESCRIPTION_LENGTH = 256;

  public static final Duration DEFAULT_LATENESS = Duration.ofMinutes(2);

  public MetricSet {
    ColumnName.check(name);
    requireNonNull(description, "description");
    requireNonNull(stream, "stream");
    requireNonNull(startingPosition, "startingPosition");
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
    checkLateness(lateness);
    Set<String> names = new HashSet<>(Set.of(timestamp.name()));
    dimensions.forEach(dimension -> checkUnique(names, dimension.name()));
    measures.forEach(measure -> checkUnique(names, measure.name()));
  }

  /** A metric set without a description, whose stream is read from its oldest record. */
  public MetricSet(
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
    this(
        name,
        "",
        stream,
        new StartingPosition.TrimHorizon(),
        format,
        timestamp,
        dimensions,
        measures,
        interval,
        lateness,
        output,
        alert);
  }

  /** The intervals, on the wall clock of the timestamps' zone. */
  public IntervalCalendar calendar() {
    return new IntervalCalendar(interval, timestamp.zone());
  }

  /** The same but for where the interval files go, keeping their layout. */
  public MetricSet withLocation(URI location) {
    return with(interval, new OutputLocation(location, output.layout()));
  }

  /** The same but for the length of the intervals. */
  public MetricSet withInterval(IntervalLength interval) {
    return with(interval, output);
  }

  private MetricSet with(IntervalLength interval, OutputLocation output) {
    return new MetricSet(
        name,
        description,
        stream,
        startingPosition,
        format,
        timestamp,
        dimensions,
        measures,
        interval,
        lateness,
        output,
        alert);
  }

  /**
   * How long after the end of an interval a detector may read its folder: the shortest time in
   * which the job has published it for sure, in whole seconds.
   *
   * @param trigger how often the job looks for records
   * @param batchBudget how long one batch may take
   * @throws IllegalArgumentException when a detector does not wait that long
   */
  public Duration detectorOffset(Duration trigger, Duration batchBudget) {
    return DetectorOffset.of(lateness, trigger, batchBudget);
  }

  /**
   * Returns the lateness, or throws {@link IllegalArgumentException} when an interval cannot stay
   * open so long.
   */
  public static Duration checkLateness(Duration lateness) {
    if (lateness.isNegative() || !lateness.equals(lateness.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("lateness is whole seconds from 0, not " + lateness);
    }
    if (lateness.compareTo(DetectorOffset.MAX_LATENESS) > 0) {
      throw new IllegalArgumentException(
          "a detector cannot wait for lateness "
              + lateness
              + ": at most "
              + DetectorOffset.MAX_LATENESS);
    }
    return lateness;
  }

  private static void checkUnique(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two columns are named '" + name + "'");
    }
  }
}
