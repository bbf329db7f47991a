package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Sends interval files to CloudWatch as metrics, each interval once. CloudWatch adds what it gets
 * twice, so an interval of which it is not known whether it was sent is not sent again unless that
 * is wished.
 */
public final class Publisher {
  /** How old CloudWatch takes values; a little less, for what happens on the way. */
  public static final Duration OLDEST = Duration.ofDays(14).minusMinutes(5);

  private static final int UNAVAILABLE = 503;

  private final Blueprint blueprint;
  private final MetricSet metricSet;
  private final S3Client s3;
  private final CloudWatchClient cloudWatch;
  private final Patience patience;
  private final Place place;
  private final Marks marks;

  /**
   * @param cloudWatch must not repeat calls by itself, as what failed may have been taken
   * @param run tells this publisher from all others
   * @throws IllegalStateException when the file has no interval files in S3
   */
  public Publisher(
      Blueprint blueprint,
      S3Client s3,
      CloudWatchClient cloudWatch,
      Patience patience,
      String run) {
    this.blueprint = blueprint;
    this.metricSet =
        blueprint
            .metricSet()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the file has no stream, records and output: there are no interval files"
                            + " to publish"));
    this.s3 = s3;
    this.cloudWatch = cloudWatch;
    this.patience = patience;
    this.place = Place.of(metricSet, blueprint.cloudWatch().namespace());
    this.marks = new Marks(s3, place, run);
  }

  /** The intervals that are over, of those that start from one instant and before another. */
  public List<Interval> intervals(Instant from, Instant to, Instant now) {
    IntervalCalendar calendar = metricSet.calendar();
    List<Interval> intervals = new ArrayList<>();
    Interval interval = calendar.intervalOf(from);
    if (interval.start().isBefore(from)) {
      interval = calendar.after(interval);
    }
    while (interval.start().isBefore(to) && !interval.end().isAfter(now)) {
      intervals.add(interval);
      interval = calendar.after(interval);
    }
    return intervals;
  }

  /**
   * What would be sent. Reads, and changes nothing.
   *
   * @param progress hears of each interval
   */
  public Tally survey(
      List<Interval> intervals, Instant now, boolean resend, Consumer<Tally> progress) {
    return each(intervals, now, resend, progress, (interval, data) -> Outcome.SENT);
  }

  /**
   * Sends what was not sent before.
   *
   * @param resend whether to send again what may have been sent
   * @param progress hears of each interval
   */
  public Tally publish(
      List<Interval> intervals, Instant now, boolean resend, Consumer<Tally> progress) {
    return each(
        intervals, now, resend, progress, (interval, data) -> send(interval.start(), data, resend));
  }

  private interface Sending {
    Outcome send(Interval interval, IntervalData data);
  }

  private Tally each(
      List<Interval> intervals,
      Instant now,
      boolean resend,
      Consumer<Tally> progress,
      Sending sending) {
    Tally tally = new Tally();
    if (intervals.isEmpty()) {
      return tally;
    }
    Map<Instant, Outcome> known =
        marks.known(intervals.get(0).start(), intervals.get(intervals.size() - 1).end());
    for (Interval interval : intervals) {
      Optional<Outcome> before =
          Optional.ofNullable(known.get(interval.start()))
              .filter(outcome -> !(resend && outcome == Outcome.IN_DOUBT));
      tally.add(interval.start(), before.orElseGet(() -> look(interval, now, tally, sending)));
      progress.accept(tally);
    }
    return tally;
  }

  private Outcome look(Interval interval, Instant now, Tally tally, Sending sending) {
    if (interval.start().isBefore(now.minus(OLDEST))) {
      return Outcome.TOO_OLD;
    }
    Optional<IntervalData> data = read(interval);
    if (data.isEmpty()) {
      return Outcome.NO_FILE;
    }
    Outcome outcome = sending.send(interval, data.get());
    if (outcome == Outcome.SENT) {
      tally.add(data.get());
    }
    return outcome;
  }

  private Optional<IntervalData> read(Interval interval) {
    String key = place.file(interval);
    try {
      String text = s3.getObjectAsBytes(ask -> ask.bucket(place.bucket()).key(key)).asUtf8String();
      List<Row> rows = new RowReader(metricSet).read(text, "s3://" + place.bucket() + "/" + key);
      return Optional.of(IntervalData.of(blueprint.cloudWatch(), rows));
    } catch (NoSuchKeyException nothing) {
      return Optional.empty();
    }
  }

  private Outcome send(Instant start, IntervalData data, boolean resend) {
    if (!marks.begin(start) && !resend) {
      return Outcome.IN_DOUBT; // another publisher was faster
    }
    boolean untouched = !resend;
    for (List<Datum> batch : data.batches()) {
      put(start, batch, untouched);
      untouched = false;
    }
    marks.sent(start, data);
    return Outcome.SENT;
  }

  private void put(Instant start, List<Datum> batch, boolean untouched) {
    List<MetricDatum> data = batch.stream().map(datum -> datum.at(start)).toList();
    String namespace = blueprint.cloudWatch().namespace();
    try {
      patience.call(
          () -> cloudWatch.putMetricData(ask -> ask.namespace(namespace).metricData(data)),
          failure -> failure.statusCode() == UNAVAILABLE);
    } catch (AwsServiceException refused) {
      if (untouched && refused.statusCode() < 500) {
        marks.withdraw(start); // nothing of the interval was taken
      }
      throw refused;
    }
  }
}
