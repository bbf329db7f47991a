package dev.tidewatch.generator.sink;

import dev.tidewatch.generator.sink.RecordSink.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/**
 * Sends batches until every entry has arrived: what was refused is sent again, alone, after a
 * back-off. Throttling is waited out however long it takes; a stream that answers nothing is given
 * up in the end.
 */
final class BatchSender {
  /** With the standard back-off a minute and more, besides the time the requests take. */
  static final int MAX_UNANSWERED = 30;

  private final KinesisClient client;
  private final String stream;
  private final BackOff backOff;
  private final LongAdder arrived = new LongAdder();
  private final LongAdder resent = new LongAdder();
  private final LongAdder doubtful = new LongAdder();

  BatchSender(KinesisClient client, String stream, BackOff backOff) {
    this.client = client;
    this.stream = stream;
    this.backOff = backOff;
  }

  Delivery delivery() {
    return new Delivery(arrived.sum(), resent.sum(), doubtful.sum());
  }

  /**
   * @throws SinkException when the stream refuses for good, or answers nothing
   */
  void send(List<PutRecordsRequestEntry> entries) throws InterruptedException {
    List<PutRecordsRequestEntry> rest = entries;
    int failures = 0;
    int unanswered = 0;
    while (!rest.isEmpty()) {
      try {
        List<PutRecordsRequestEntry> refused = put(rest);
        failures = refused.size() < rest.size() ? 0 : failures;
        unanswered = 0;
        rest = refused;
        resent.add(refused.size());
      } catch (AwsServiceException e) {
        checkWorthRepeating(e);
        (e.isThrottlingException() ? resent : doubtful).add(rest.size());
        unanswered = e.isThrottlingException() ? 0 : unanswered + 1;
        checkPatience(unanswered, e);
      } catch (SdkClientException e) {
        doubtful.add(rest.size());
        unanswered++;
        checkPatience(unanswered, e);
      }
      if (!rest.isEmpty()) {
        failures++;
        pause(backOff.after(failures));
      }
    }
  }

  /** Returns the entries that were refused, in order. */
  private List<PutRecordsRequestEntry> put(List<PutRecordsRequestEntry> entries) {
    PutRecordsResponse response =
        client.putRecords(request -> request.streamName(stream).records(entries));
    List<PutRecordsRequestEntry> refused = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (response.records().get(i).errorCode() != null) {
        refused.add(entries.get(i));
      }
    }
    arrived.add(entries.size() - refused.size());
    return refused;
  }

  private void checkWorthRepeating(AwsServiceException e) {
    if (e instanceof ResourceNotFoundException) {
      throw new SinkException(
          "stream '" + stream + "' does not exist; create it, or use --create-stream", e);
    }
    if (!e.isThrottlingException() && !isOverloaded(e) && e.statusCode() < 500) {
      throw new SinkException("stream '" + stream + "' refuses records: " + e.getMessage(), e);
    }
  }

  private void checkPatience(int unanswered, Exception last) {
    if (unanswered >= MAX_UNANSWERED) {
      throw new SinkException(
          "stream '"
              + stream
              + "' gave no answer "
              + unanswered
              + " times in a row: "
              + last.getMessage(),
          last);
    }
  }

  private static boolean isOverloaded(AwsServiceException e) {
    return e.awsErrorDetails() != null
        && "ProvisionedThroughputExceededException".equals(e.awsErrorDetails().errorCode());
  }

  private static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
  }
}
