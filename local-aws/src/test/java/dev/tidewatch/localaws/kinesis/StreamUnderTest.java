package dev.tidewatch.localaws.kinesis;

import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A stream and the sentences tests say about it. */
final class StreamUnderTest {
  static final BigInteger HASH_KEYS = BigInteger.ONE.shiftLeft(128);

  final String name;
  private final KinesisClient client;

  StreamUnderTest(KinesisClient client, String name) {
    this.client = client;
    this.name = name;
  }

  StreamUnderTest create(int shards) {
    client.createStream(request -> request.streamName(name).shardCount(shards));
    return settled();
  }

  /** Waits until the last change is done. */
  StreamUnderTest settled() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> status() == StreamStatus.ACTIVE);
    return this;
  }

  private StreamStatus status() {
    return client
        .describeStreamSummary(request -> request.streamName(name))
        .streamDescriptionSummary()
        .streamStatus();
  }

  String arn() {
    return client
        .describeStreamSummary(request -> request.streamName(name))
        .streamDescriptionSummary()
        .streamARN();
  }

  List<Shard> shards() {
    return client.listShards(request -> request.streamName(name)).shards();
  }

  List<Shard> openShards() {
    return shards().stream()
        .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
        .toList();
  }

  Shard shard(int index) {
    return shards().get(index);
  }

  PutRecordResponse put(String text) {
    return client.putRecord(
        request -> request.streamName(name).partitionKey("key").data(bytes(text)));
  }

  PutRecordsResponse putAll(List<String> texts) {
    return client.putRecords(
        request -> request.streamName(name).records(texts.stream().map(this::entry).toList()));
  }

  /** The partition key is the text. */
  PutRecordsRequestEntry entry(String text) {
    return PutRecordsRequestEntry.builder().partitionKey(text).data(bytes(text)).build();
  }

  static SdkBytes bytes(String text) {
    return SdkBytes.fromUtf8String(text);
  }

  String iterator(Shard shard, Consumer<GetShardIteratorRequest.Builder> place) {
    return client
        .getShardIterator(
            request -> place.accept(request.streamName(name).shardId(shard.shardId())))
        .shardIterator();
  }

  String trimHorizon(Shard shard) {
    return iterator(shard, place -> place.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
  }

  GetRecordsResponse read(String iterator, int limit) {
    return client.getRecords(request -> request.shardIterator(iterator).limit(limit));
  }

  /** Reads on until the shard's end or a page without records. */
  List<Record> readAll(String iterator, int limit) {
    List<Record> records = new ArrayList<>();
    String next = iterator;
    while (next != null) {
      GetRecordsResponse page = read(next, limit);
      records.addAll(page.records());
      next = !page.records().isEmpty() ? page.nextShardIterator() : null;
    }
    return records;
  }

  List<String> texts(String iterator) {
    return readAll(iterator, 1000).stream().map(StreamUnderTest::text).toList();
  }

  List<String> allTexts() {
    return shards().stream().flatMap(shard -> texts(trimHorizon(shard)).stream()).toList();
  }

  static String text(Record record) {
    return record.data().asString(StandardCharsets.UTF_8);
  }

  static BigInteger middle(Shard shard) {
    return start(shard).add(end(shard)).add(BigInteger.ONE).shiftRight(1);
  }

  static BigInteger start(Shard shard) {
    return new BigInteger(shard.hashKeyRange().startingHashKey());
  }

  static BigInteger end(Shard shard) {
    return new BigInteger(shard.hashKeyRange().endingHashKey());
  }

  void split(Shard shard) {
    client.splitShard(
        request ->
            request
                .streamName(name)
                .shardToSplit(shard.shardId())
                .newStartingHashKey(middle(shard).toString()));
    settled();
  }

  void merge(Shard shard, Shard adjacent) {
    client.mergeShards(
        request ->
            request
                .streamName(name)
                .shardToMerge(shard.shardId())
                .adjacentShardToMerge(adjacent.shardId()));
    settled();
  }

  static List<String> texts(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> "record-" + i).toList();
  }
}
