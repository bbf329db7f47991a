package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.setup.aws.Failures;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Patience.Interrupted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Sends single intervals, so that nothing is counted twice whoever else sends, and where it ends.
 */
final class Sender {
  private final String namespace;
  private final CloudWatchClient cloudWatch;
  private final Patience patience;
  private final Marks marks;
  private final Present present;
  private final InstantSource clock;

  Sender(
      String namespace,
      CloudWatchClient cloudWatch,
      Patience patience,
      Marks marks,
      InstantSource clock) {
    this.namespace = namespace;
    this.cloudWatch = cloudWatch;
    this.patience = patience;
    this.marks = marks;
    this.present = new Present(namespace, cloudWatch, patience);
    this.clock = clock;
  }

  /** Sends an interval that nobody began to send. */
  Delivery send(Instant start, IntervalData data) {
    return attempt(1, start, data, data);
  }

  /** Sends all of an interval again, of which some may be there. */
  Delivery resend(Instant start, IntervalData data, Trace trace) {
    return attempt(trace.attempts() + 1, start, data, data);
  }

  /** Asks CloudWatch what it has of an interval, and sends the rest. */
  Delivery settle(Instant start, IntervalData data, Trace trace) {
    if (clock.instant().isBefore(trace.readableFrom(start))) {
      return Delivery.none(Outcome.IN_DOUBT);
    }
    Set<Datum> there = present.of(start, data.data());
    IntervalData rest = data.without(there);
    if (rest.data().isEmpty()) {
      marks.sent(start, data);
      return Delivery.none(Outcome.SENT_BEFORE);
    }
    if (!trace.provesAbsence(start)) {
      return Delivery.none(Outcome.IN_DOUBT);
    }
    return attempt(trace.attempts() + 1, start, data, rest);
  }

  private Delivery attempt(int number, Instant start, IntervalData whole, IntervalData data) {
    Instant begun = clock.instant();
    if (!marks.begin(start, number)) {
      return Delivery.none(Outcome.IN_DOUBT); // another publisher was faster
    }
    boolean untouched = true;
    for (List<Datum> batch : data.batches()) {
      if (clock.instant().isAfter(begun.plus(Trace.LONGEST))) {
        return Delivery.none(Outcome.IN_DOUBT); // others may take it over soon
      }
      put(start, batch, untouched ? number : 0);
      untouched = false;
    }
    marks.sent(start, whole);
    return Delivery.of(data);
  }

  /**
   * Sends a request's worth.
   *
   * @param attempt what is taken back when nothing was taken; 0 for nothing
   */
  private void put(Instant start, List<Datum> batch, int attempt) {
    List<MetricDatum> data = batch.stream().map(datum -> datum.at(start)).toList();
    try {
      patience.call(
          () -> cloudWatch.putMetricData(ask -> ask.namespace(namespace).metricData(data)));
    } catch (SdkException failure) {
      if (attempt > 0 && Failures.isWithoutEffect(failure)) {
        marks.withdraw(start, attempt);
      }
      throw failure;
    } catch (Interrupted stopped) { // it waited, as it was throttled
      if (attempt > 0) {
        marks.withdraw(start, attempt);
      }
      throw stopped;
    }
  }
}
