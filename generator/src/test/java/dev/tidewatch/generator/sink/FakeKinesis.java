package dev.tidewatch.generator.sink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A stream in memory that refuses entries, loses answers, or is not there. */
final class FakeKinesis implements KinesisClient {
  private final Random random = new Random(7);
  private final List<PutRecordsRequestEntry> stored =
      Collections.synchronizedList(new ArrayList<>());
  private final List<PutRecordsRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();

  double refuses;
  double losesAnswers;
  int refusesWholeRequests;
  boolean silent;
  KinesisException failure;

  List<PutRecordsRequestEntry> stored() {
    return List.copyOf(stored);
  }

  List<PutRecordsRequest> requests() {
    return List.copyOf(requests);
  }

  int mostRunning() {
    return mostRunning.get();
  }

  @Override
  public PutRecordsResponse putRecords(PutRecordsRequest request) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return answer(request);
    } finally {
      running.decrementAndGet();
    }
  }

  @Override
  public String serviceName() {
    return "kinesis";
  }

  @Override
  public void close() {}

  private synchronized PutRecordsResponse answer(PutRecordsRequest request) {
    requests.add(request);
    if (silent) {
      throw SdkClientException.create("Unable to execute HTTP request: Connect refused");
    }
    if (failure != null) {
      throw failure;
    }
    if (refusesWholeRequests > 0) {
      refusesWholeRequests--;
      throw error("ProvisionedThroughputExceededException", 400);
    }
    List<PutRecordsResultEntry> results = request.records().stream().map(this::store).toList();
    if (random.nextDouble() < losesAnswers) {
      throw SdkClientException.create("Read timed out");
    }
    return PutRecordsResponse.builder().records(results).build();
  }

  private PutRecordsResultEntry store(PutRecordsRequestEntry entry) {
    if (random.nextDouble() < refuses) {
      return PutRecordsResultEntry.builder()
          .errorCode("ProvisionedThroughputExceededException")
          .build();
    }
    stored.add(entry);
    return PutRecordsResultEntry.builder().sequenceNumber("1").shardId("s").build();
  }

  static KinesisException error(String code, int status) {
    return (KinesisException)
        KinesisException.builder()
            .message(code + " happened")
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(code + " happened").build())
            .build();
  }
}
