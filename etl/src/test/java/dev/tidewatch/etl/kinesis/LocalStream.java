package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** A stream of the local Kinesis, written as producers do. */
final class LocalStream implements AutoCloseable {
  final String name;
  private final KinesisClient client;

  LocalStream(URI endpoint, String name, int shards) {
    this.name = name;
    client =
        KinesisClient.builder()
            .endpointOverride(endpoint)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    create(shards);
  }

  void create(int shards) {
    client.createStream(ask -> ask.streamName(name).shardCount(shards));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName(name));
  }

  void delete() {
    client.deleteStream(ask -> ask.streamName(name).enforceConsumerDeletion(true));
  }

  /** Puts one record for each number, its text as data; the key is the number modulo 10. */
  void put(int from, int to) {
    for (int begin = from; begin < to; begin += 500) {
      List<PutRecordsRequestEntry> entries =
          new ArrayList<>(
              IntStream.range(begin, Math.min(to, begin + 500))
                  .mapToObj(LocalStream::entry)
                  .toList());
      while (!entries.isEmpty()) {
        List<PutRecordsRequestEntry> sent = List.copyOf(entries);
        PutRecordsResponse response = client.putRecords(ask -> ask.streamName(name).records(sent));
        entries.clear();
        for (int i = 0; i < sent.size(); i++) {
          if (response.records().get(i).errorCode() != null) {
            entries.add(sent.get(i));
          }
        }
      }
    }
  }

  private static PutRecordsRequestEntry entry(int number) {
    return PutRecordsRequestEntry.builder()
        .partitionKey("key-" + number % 10)
        .data(SdkBytes.fromUtf8String(Integer.toString(number)))
        .build();
  }

  /** Puts one record and returns its sequence number. */
  String putOne(String key, byte[] data) {
    return client
        .putRecord(ask -> ask.streamName(name).partitionKey(key).data(SdkBytes.fromByteArray(data)))
        .sequenceNumber();
  }

  String putOne(String text) {
    return putOne("key", text.getBytes(UTF_8));
  }

  List<Shard> openShards() {
    return client.listShards(ask -> ask.streamName(name)).shards().stream()
        .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
        .toList();
  }

  void reshardTo(int count) {
    client.updateShardCount(
        ask -> ask.streamName(name).targetShardCount(count).scalingType("UNIFORM_SCALING"));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName(name));
  }

  @Override
  public void close() {
    client.close();
  }
}
