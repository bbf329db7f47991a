package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Stop;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends interval files to CloudWatch as metrics, each interval once. CloudWatch adds what it gets
 * twice, so it is asked about an interval of which it is not known whether it was sent; where its
 * answer proves nothing, the interval is not sent again unless that is wished.
 */
public final class Publisher {
  /** How old CloudWatch takes values; a little less, for what happens on the way. */
  public static final Duration OLDEST = Duration.ofDays(14).minusMinutes(5);

  private final Blueprint blueprint;
  private final MetricSet metricSet;
  private final InstantSource clock;
  private final Stop stop;
  private final Place place;
  private final Marks marks;
  private final IntervalFiles files;
  private final Sender sender;

  /**
   * A publisher of a file.
   *
   * @param patience with calls that are throttled
   * @param stop looked at after each interval: those that are begun are finished
   * @throws IllegalStateException when the file has no interval files in S3
   */
  public Publisher(
      Blueprint blueprint, Clients clients, Patience patience, InstantSource clock, Stop stop) {
    this.blueprint = blueprint;
    this.metricSet =
        blueprint
            .metricSet()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the file has no stream, records and output: there are no interval files"
                            + " to publish"));
    this.clock = clock;
    this.stop = stop;
    String namespace = blueprint.cloudWatch().namespace();
    this.place = Place.of(metricSet, namespace);
    this.marks = new Marks(clients.s3(), place, UUID.randomUUID().toString());
    this.files = new IntervalFiles(clients.s3(), place);
    this.sender = new Sender(namespace, clients.cloudWatchOnce(), patience, marks, clock);
  }

  /** The intervals that are over, of those that start from one instant and before another. */
  public List<Interval> intervals(Instant from, Instant to) {
    Instant now = clock.instant();
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
   * What would be sent, but for what is in doubt. Reads, and changes nothing.
   *
   * @param resend whether to send again what may have been sent
   * @param progress hears of each interval
   */
  public Tally survey(List<Interval> intervals, boolean resend, Consumer<Tally> progress) {
    Tally tally = new Tally();
    each(
        intervals,
        tally,
        progress,
        (start, data, trace) ->
            trace == null || resend ? Delivery.of(data) : Delivery.none(Outcome.IN_DOUBT));
    return tally;
  }

  /**
   * Sends what was not sent before.
   *
   * @param resend whether to send again what may have been sent, without asking CloudWatch
   * @param tally counts what was done, also when a call fails amid it
   * @param progress hears of each interval
   */
  public void publish(
      List<Interval> intervals, boolean resend, Tally tally, Consumer<Tally> progress) {
    each(
        intervals,
        tally,
        progress,
        (start, data, trace) -> {
          if (trace == null) {
            return sender.send(start, data);
          }
          return resend ? sender.resend(start, data, trace) : sender.settle(start, data, trace);
        });
  }

  private interface Sending {
    Delivery send(Instant start, IntervalData data, @Nullable Trace trace);
  }

  private void each(
      List<Interval> intervals, Tally tally, Consumer<Tally> progress, Sending sending) {
    if (intervals.isEmpty()) {
      return;
    }
    Map<Instant, Trace> known =
        marks.known(intervals.get(0).start(), intervals.get(intervals.size() - 1).end());
    Set<String> present =
        files.present(intervals.stream().filter(each -> !isSent(each, known)).toList());
    for (Interval interval : intervals) {
      if (stop.isWished()) {
        return;
      }
      tally.add(interval.start(), deliver(interval, known, present, sending));
      progress.accept(tally);
    }
  }

  private static boolean isSent(Interval interval, Map<Instant, Trace> known) {
    Trace trace = known.get(interval.start());
    return trace != null && trace.sent();
  }

  private Delivery deliver(
      Interval interval, Map<Instant, Trace> known, Set<String> present, Sending sending) {
    @Nullable Trace trace = known.get(interval.start());
    if (isSent(interval, known)) {
      return Delivery.none(Outcome.SENT_BEFORE);
    }
    if (interval.start().isBefore(clock.instant().minus(OLDEST))) {
      return Delivery.none(trace != null ? Outcome.IN_DOUBT : Outcome.TOO_OLD);
    }
    if (!present.contains(place.file(interval))) {
      return Delivery.none(trace != null ? Outcome.IN_DOUBT : Outcome.NO_FILE);
    }
    IntervalData data = IntervalData.of(blueprint.cloudWatch(), files.read(interval));
    return sending.send(interval.start(), data, trace);
  }
}
