package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.localaws.kinesis.KinesisServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class RecordsAsideTest {
  private static final List<byte[]> DATA =
      List.of(
          new byte[0],
          "{\"platform\":\"pc_web\",\"marketplace\":\"日本\"}".getBytes(UTF_8),
          new byte[] {-13, -119, -102, -62, 0, 127, -128},
          new byte[300_000]);

  @Test
  void findsTheRecordsTheSdkFinds() {
    try (KinesisServer server = KinesisServer.start(KinesisServer.Options.defaults());
        KinesisClient client = client(server)) {
      client.createStream(ask -> ask.streamName("orders").shardCount(1));
      put(client);
      var place = new RecordsAside.Place();
      GetRecordsResponse rest = read(client, place);
      GetRecordsResponse whole = read(client, null);

      assertThat(rest.records()).isEmpty();
      assertThat(rest.millisBehindLatest()).isEqualTo(whole.millisBehindLatest());
      assertThat(rest.nextShardIterator()).isNotEmpty();
      assertThat(place.records().orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(whole.records().stream().map(ShardRecord::of).toList());
      assertThat(whole.records()).hasSize(50 * DATA.size());
    }
  }

  private static KinesisClient client(KinesisServer server) {
    return KinesisClient.builder()
        .endpointOverride(server.endpoint())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(o -> o.addExecutionInterceptor(new RecordsAside()))
        .build();
  }

  private static void put(KinesisClient client) {
    for (int round = 0; round < 50; round++) {
      String key = "clé-" + "x".repeat(4 * round);
      List<PutRecordsRequestEntry> entries =
          IntStream.range(0, DATA.size())
              .mapToObj(
                  i ->
                      PutRecordsRequestEntry.builder()
                          .partitionKey(key)
                          .data(
                              SdkBytes.fromByteArray(
                                  i == 3 && key.length() > 9 ? DATA.get(1) : DATA.get(i)))
                          .build())
              .toList();
      client.putRecords(ask -> ask.streamName("orders").records(entries));
    }
  }

  private static GetRecordsResponse read(KinesisClient client, RecordsAside.Place place) {
    String shard = client.listShards(ask -> ask.streamName("orders")).shards().get(0).shardId();
    String iterator =
        client
            .getShardIterator(
                ask ->
                    ask.streamName("orders")
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return client.getRecords(
        ask ->
            ask.shardIterator(iterator)
                .overrideConfiguration(
                    call -> {
                      if (place != null) {
                        call.putExecutionAttribute(RecordsAside.PLACE, place);
                      }
                    }));
  }
}
