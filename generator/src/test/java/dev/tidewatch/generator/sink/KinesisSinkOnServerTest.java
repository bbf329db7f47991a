package dev.tidewatch.generator.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

@Timeout(120)
class KinesisSinkOnServerTest {
  private static final String STREAM = "shop";
  private static final int SERIES = 500;

  private KinesisServer server;
  private KinesisClient client;

  @BeforeEach
  void start() {
    server = KinesisServer.start(KinesisServer.Options.defaults());
    client = KinesisClients.builder().endpointOverride(server.endpoint()).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void losesAndDoublesNothingOfAHundredThousandRecordsWhenThreeOfTenAreRefused() {
    new StreamSetup(client, STREAM).createIfAbsent(4);
    server.faults().inject(Fault.THROTTLED_PUT_ENTRY, 0.3);
    KinesisSink sink = sink();

    send(sink, 100_000);
    sink.flush();

    Map<String, Integer> last = new HashMap<>();
    List<Record> records = stored();
    assertThat(records).hasSize(100_000);
    for (Record record : records) {
      int number = Integer.parseInt(record.data().asUtf8String());
      // In order and each once: what a series had before comes right before it.
      assertThat(number)
          .isEqualTo(last.getOrDefault(record.partitionKey(), number % SERIES - SERIES) + SERIES);
      last.put(record.partitionKey(), number);
    }
    assertThat(sink.delivery().resent()).isGreaterThan(30_000);
    assertThat(sink.delivery().doubtful()).isZero();
  }

  @Test
  void losesNothingWhenAnswersAreLostAndCallsFail() {
    new StreamSetup(client, STREAM).createIfAbsent(1);
    server.faults().inject(Fault.LOST_RESPONSE, 0.1);
    server.faults().inject(Fault.INTERNAL_ERROR, 0.1);
    server.faults().inject(Fault.THROTTLED_PUT_CALL, 0.1);
    KinesisSink sink = sink();

    send(sink, 20_000);
    sink.flush();
    server.faults().clear();

    List<Record> records = stored();
    assertThat(records.stream().map(record -> record.data().asUtf8String()).distinct())
        .hasSize(20_000);
    assertThat(records.size() - 20_000L).isBetween(1L, sink.delivery().doubtful());
  }

  @Test
  void saysThatAStreamIsNotThere() {
    assertThatThrownBy(() -> new StreamSetup(client, "nowhere").requireStream())
        .isInstanceOf(SinkException.class)
        .hasMessage("stream 'nowhere' does not exist; create it, or use --create-stream");
  }

  @Test
  void leavesAStreamAloneThatExists() {
    StreamSetup setup = new StreamSetup(client, STREAM);
    setup.createIfAbsent(2);
    setup.createIfAbsent(5);
    setup.requireStream();

    assertThat(client.listShards(request -> request.streamName(STREAM)).shards()).hasSize(2);
  }

  private KinesisSink sink() {
    return new KinesisSink(
        client, STREAM, new BackOff(Duration.ofMillis(1), Duration.ofMillis(20), new Random(7)));
  }

  private static void send(KinesisSink sink, int records) {
    RecordBuffer buffer = new RecordBuffer();
    for (int i = 0; i < records; i++) {
      TimeSeries series = new TimeSeries(i % SERIES, "series=" + i % SERIES, List.of());
      byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
      sink.send(series, buffer.clear().put(text));
    }
  }

  private List<Record> stored() {
    List<Record> records = new ArrayList<>();
    client
        .listShards(request -> request.streamName(STREAM))
        .shards()
        .forEach(shard -> records.addAll(stored(shard.shardId())));
    return records;
  }

  private List<Record> stored(String shardId) {
    List<Record> records = new ArrayList<>();
    String iterator =
        client
            .getShardIterator(
                request ->
                    request
                        .streamName(STREAM)
                        .shardId(shardId)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    GetRecordsResponse page;
    do {
      String from = iterator;
      page = client.getRecords(request -> request.shardIterator(from).limit(10_000));
      records.addAll(page.records());
      iterator = page.nextShardIterator();
    } while (page.millisBehindLatest() > 0);
    return records;
  }
}
