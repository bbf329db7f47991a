package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** Asks Kinesis through the AWS SDK, five calls of a kind a second and shard at most. */
final class SdkStreamCalls implements StreamCalls {
  /** What Kinesis grants all readers of a shard together. */
  private static final int CALLS_PER_SECOND = 5;

  private static final int SHARDS_PER_PAGE = 1000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  private final KinesisClient client;
  private final @Nullable String name;
  private final @Nullable String arn;
  private final PatientCalls calls;
  private final Map<String, CallPace> recordPaces = new ConcurrentHashMap<>();
  private final Map<String, CallPace> iteratorPaces = new ConcurrentHashMap<>();

  private SdkStreamCalls(KinesisClient client, StreamAddress stream, PatientCalls calls) {
    this.client = client;
    this.name = stream.name();
    this.arn = stream.arn();
    this.calls = calls;
  }

  /** Connects by the SDK's own configuration; the first call is made when something is asked. */
  static SdkStreamCalls open(StreamAddress stream, Duration retryFor) {
    PatientCalls calls = new PatientCalls(stream, retryFor, RandomGenerator.getDefault());
    return new SdkStreamCalls(client(), stream, calls);
  }

  private static KinesisClient client() {
    try {
      return KinesisClient.builder()
          .httpClientBuilder(
              UrlConnectionHttpClient.builder()
                  .connectionTimeout(CONNECT_TIMEOUT)
                  .socketTimeout(READ_TIMEOUT))
          .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();
    } catch (SdkClientException e) {
      throw new KinesisSourceException("no Kinesis client can be made: " + e.getMessage(), e);
    }
  }

  @Override
  public StreamIdentity identify() {
    StreamDescriptionSummary summary =
        unpaced(
                "DescribeStreamSummary",
                () -> client.describeStreamSummary(ask -> ask.streamName(name).streamARN(arn)))
            .streamDescriptionSummary();
    return new StreamIdentity(
        summary.streamARN(),
        summary.streamCreationTimestamp(),
        Duration.ofHours(Optional.ofNullable(summary.retentionPeriodHours()).orElse(24)));
  }

  @Override
  public List<ListedShard> shards() {
    List<ListedShard> shards = new ArrayList<>();
    ListShardsResponse page =
        unpaced(
            "ListShards",
            () ->
                client.listShards(
                    ask -> ask.streamName(name).streamARN(arn).maxResults(SHARDS_PER_PAGE)));
    while (true) {
      page.shards().forEach(shard -> shards.add(listed(shard)));
      String more = page.nextToken();
      if (more == null) {
        return shards;
      }
      page =
          unpaced(
              "ListShards",
              () -> client.listShards(ask -> ask.nextToken(more).maxResults(SHARDS_PER_PAGE)));
    }
  }

  private static ListedShard listed(Shard shard) {
    List<String> parents =
        Stream.of(
                Optional.ofNullable(shard.parentShardId()),
                Optional.ofNullable(shard.adjacentParentShardId()))
            .flatMap(Optional::stream)
            .toList();
    return new ListedShard(
        shard.shardId(), parents, shard.sequenceNumberRange().endingSequenceNumber() != null);
  }

  @Override
  public ShardReader read(String shardId, Cut from, int pageSize) {
    return new SdkShardReader(this, shardId, from, pageSize);
  }

  /** An iterator for the request, to which the stream is added. */
  String iterator(String shardId, GetShardIteratorRequest.Builder request) {
    GetShardIteratorRequest whole =
        request.streamName(name).streamARN(arn).shardId(shardId).build();
    return calls.call(
        "GetShardIterator",
        turns(iteratorPaces, shardId),
        () -> client.getShardIterator(whole).shardIterator());
  }

  GetRecordsResponse records(String shardId, String iterator, int limit) {
    return calls.call(
        "GetRecords",
        turns(recordPaces, shardId),
        () -> client.getRecords(ask -> ask.shardIterator(iterator).streamARN(arn).limit(limit)));
  }

  private <T> T unpaced(String operation, Supplier<T> call) {
    return calls.call(operation, () -> {}, call);
  }

  private static Runnable turns(Map<String, CallPace> paces, String shardId) {
    CallPace pace = paces.computeIfAbsent(shardId, id -> new CallPace(CALLS_PER_SECOND));
    return () -> PatientCalls.pause(pace.turn(System.nanoTime()));
  }

  @Override
  public long throttled() {
    return calls.throttled();
  }

  @Override
  public void close() {
    client.close();
  }
}
