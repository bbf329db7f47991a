package dev.tidewatch.endtoend;

import dev.tidewatch.localaws.kinesis.KinesisServer;
import java.io.Closeable;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** A stream of a local Kinesis, written to by the SDK's own client. */
final class LocalStream implements Closeable {
  private static final int MOST_RECORDS = 500;
  private static final int MOST_BYTES = 4 << 20;

  private final String name;
  private final KinesisClient client;
  private final List<PutRecordsRequestEntry> waiting = new ArrayList<>();
  private int waitingBytes;

  private LocalStream(String name, KinesisClient client) {
    this.name = name;
    this.client = client;
  }

  static LocalStream create(URI endpoint, String name, int shards) {
    KinesisClient client =
        KinesisClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("local", "local-secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createStream(ask -> ask.streamName(name).shardCount(shards));
    return new LocalStream(name, client);
  }

  /** What a process needs to find this Kinesis. */
  static Map<String, String> environment(KinesisServer server) {
    return Map.of(
        "AWS_ENDPOINT_URL_KINESIS", server.endpoint().toString(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local-secret",
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  /** Puts a record, not before {@link #flush} or some more of them. */
  void put(String key, byte[] data) {
    if (waiting.size() == MOST_RECORDS || waitingBytes + data.length > MOST_BYTES) {
      flush();
    }
    waiting.add(
        PutRecordsRequestEntry.builder()
            .partitionKey(key)
            .data(SdkBytes.fromByteArray(data))
            .build());
    waitingBytes += data.length;
  }

  /** Has everything put arrive. */
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    var answer = client.putRecords(ask -> ask.streamName(name).records(waiting));
    if (answer.failedRecordCount() > 0) {
      throw new IllegalStateException(answer.failedRecordCount() + " records were refused");
    }
    waiting.clear();
    waitingBytes = 0;
  }

  /** Splits the open shard with the lowest hash keys in the middle. */
  void splitFirstShard() {
    Shard shard = openShards().get(0);
    String middle = firstHashKey(shard).add(lastHashKey(shard)).shiftRight(1).toString();
    client.splitShard(
        ask -> ask.streamName(name).shardToSplit(shard.shardId()).newStartingHashKey(middle));
  }

  /** Merges the two open shards with the lowest hash keys. */
  void mergeFirstShards() {
    List<Shard> shards = openShards();
    client.mergeShards(
        ask ->
            ask.streamName(name)
                .shardToMerge(shards.get(0).shardId())
                .adjacentShardToMerge(shards.get(1).shardId()));
  }

  private List<Shard> openShards() {
    return client.listShards(ask -> ask.streamName(name)).shards().stream()
        .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
        .sorted(Comparator.comparing(LocalStream::firstHashKey))
        .toList();
  }

  private static BigInteger firstHashKey(Shard shard) {
    return new BigInteger(shard.hashKeyRange().startingHashKey());
  }

  private static BigInteger lastHashKey(Shard shard) {
    return new BigInteger(shard.hashKeyRange().endingHashKey());
  }

  @Override
  public void close() {
    client.close();
  }
}
