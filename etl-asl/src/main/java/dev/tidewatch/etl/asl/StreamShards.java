package dev.tidewatch.etl.asl;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** The shards of a stream, which a DStream does not tell of. */
final class StreamShards implements AutoCloseable {
  private final String stream;
  private final KinesisClient client =
      KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  StreamShards(String stream) {
    this.stream = stream;
  }

  /** Their ids, with those of their parents. */
  SortedMap<String, List<String>> list() {
    SortedMap<String, List<String>> shards = new TreeMap<>();
    var page = client.listShards(ask -> ask.streamName(stream));
    while (true) {
      page.shards().forEach(shard -> shards.put(shard.shardId(), parents(shard)));
      String more = page.nextToken();
      if (more == null) {
        return shards;
      }
      page = client.listShards(ask -> ask.nextToken(more));
    }
  }

  private static List<String> parents(Shard shard) {
    return Stream.of(
            Optional.ofNullable(shard.parentShardId()),
            Optional.ofNullable(shard.adjacentParentShardId()))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
