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
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.s3.S3Client;

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
  private final CloudWatchClient cloudWatch;
  private final Patience patience;
  private final Place place;
  private final Marks marks;
  private final IntervalFiles files;

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
    this.cloudWatch = cloudWatch;
    this.patience = patience;
    this.place = Place.of(metricSet, blueprint.cloudWatch().namespace());
    this.marks = new Marks(s3, place, run);
    this.files = new IntervalFiles(s3, place);
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
    if (resend) {
      known.values().removeIf(outcome -> outcome == Outcome.IN_DOUBT);
    }
    intervals.stream()
        .filter(interval -> interval.start().isBefore(now.minus(OLDEST)))
        .forEach(interval -> known.putIfAbsent(interval.start(), Outcome.TOO_OLD));
    Set<String> present =
        files.present(intervals.stream().filter(each -> !known.containsKey(each.start())).toList());
    for (Interval interval : intervals) {
      Outcome outcome = known.get(interval.start());
      if (outcome == null) {
        outcome =
            present.contains(place.file(interval))
                ? take(interval, tally, sending)
                : Outcome.NO_FILE;
      }
      tally.add(interval.start(), outcome);
      progress.accept(tally);
    }
    return tally;
  }

  private Outcome take(Interval interval, Tally tally, Sending sending) {
    IntervalData data = IntervalData.of(blueprint.cloudWatch(), files.read(interval));
    Outcome outcome = sending.send(interval, data);
    if (outcome == Outcome.SENT) {
      tally.add(data);
    }
    return outcome;
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
