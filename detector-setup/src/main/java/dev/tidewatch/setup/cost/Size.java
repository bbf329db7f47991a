package dev.tidewatch.setup.cost;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Subscription;
import java.util.Locale;

/**
 * How much a file asks for.
 *
 * @param streams whether the ETL job makes the interval files
 * @param interval how long an interval is
 * @param measures at least one
 * @param dimensions maybe none
 * @param series measures times combinations of dimensions
 * @param recordsPerSecond what comes into the stream
 * @param alerts how many there are
 * @param mailboxes how many addresses are mailed to
 * @param cloudWatch what CloudWatch has to do in place of a detector
 */
public record Size(
    boolean streams,
    IntervalLength interval,
    int measures,
    int dimensions,
    long series,
    double recordsPerSecond,
    int alerts,
    long mailboxes,
    CloudWatchSize cloudWatch) {
  /** How many values a dimension is taken to have when nobody says how many series there are. */
  static final int VALUES = 10;

  public Size {
    requireNonNull(interval, "interval");
    requireNonNull(cloudWatch, "cloudWatch");
    if (series < 1) {
      throw new IllegalArgumentException("at least one series is needed, not " + series);
    }
    if (!(recordsPerSecond >= 0) || Double.isInfinite(recordsPerSecond)) {
      throw new IllegalArgumentException("no such rate of records: " + recordsPerSecond);
    }
  }

  /** The size of a file, with a rate of records. */
  public static Size of(Blueprint blueprint, double recordsPerSecond) {
    int measures = blueprint.dataset().metricList().size();
    int dimensions = blueprint.dataset().dimensionList().size();
    IntervalLength interval =
        IntervalLength.valueOf(blueprint.dataset().metricSetFrequencyAsString());
    long combinations = Math.round(Math.pow(VALUES, dimensions));
    return new Size(
        blueprint.metricSet().isPresent(),
        interval,
        measures,
        dimensions,
        Math.min(measures * combinations, interval.maxTimeSeries()),
        recordsPerSecond,
        blueprint.alerts().size(),
        blueprint.topics().stream()
            .flatMap(topic -> topic.subscriptions().stream())
            .filter(Size::isMail)
            .count(),
        CloudWatchSize.of(blueprint.cloudWatch()));
  }

  private static boolean isMail(Subscription subscription) {
    return subscription.to().protocol().toLowerCase(Locale.ROOT).startsWith("email");
  }

  /** The same with another number of series. */
  public Size withSeries(long other) {
    return new Size(
        streams,
        interval,
        measures,
        dimensions,
        other,
        recordsPerSecond,
        alerts,
        mailboxes,
        cloudWatch);
  }

  /** How many metrics CloudWatch gets: those of coarser sets of dimensions are fewer. */
  long metrics() {
    return cloudWatch.sets().stream()
        .mapToLong(
            set ->
                measures
                    * Math.round(
                        dimensions == 0 ? 1 : Math.pow((double) rows(), (double) set / dimensions)))
        .sum();
  }

  /** How many rows the files of an interval hold. */
  long rows() {
    return (series + measures - 1) / measures;
  }
}
