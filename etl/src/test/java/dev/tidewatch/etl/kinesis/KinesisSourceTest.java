package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Real queries against the local Kinesis. */
class KinesisSourceTest {
  private static final String ENDPOINT = "aws.endpointUrlKinesis";
  private static final ShiftedClock CLOCK = new ShiftedClock();
  private static KinesisServer server;

  @TempDir Path checkpoint;

  @BeforeAll
  static void startServer() {
    server = KinesisServer.start(KinesisServer.Options.defaults().withClock(CLOCK));
    System.setProperty(ENDPOINT, server.endpoint().toString());
  }

  @AfterAll
  static void stopServer() {
    System.clearProperty(ENDPOINT);
    server.close();
  }

  @AfterEach
  void calm() {
    server.faults().clear();
    CLOCK.shiftBy(Duration.ZERO);
  }

  private static LocalStream stream(TestInfo test, int shards) {
    return new LocalStream(server.endpoint(), test.getTestMethod().orElseThrow().getName(), shards);
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void readsABacklogOnceOverManyBatches(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 3)) {
      for (int hour = 10; hour > 0; hour--) {
        CLOCK.shiftBy(Duration.ofHours(-hour));
        stream.put((10 - hour) * 1_000, (11 - hour) * 1_000);
      }
      CLOCK.shiftBy(Duration.ZERO);
      SparkQuery query = new SparkQuery(stream, checkpoint).with("maxSpanPerTrigger", "2h");

      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(10_000));
      assertThat(query.batchCount()).isGreaterThan(3);
    }
  }

  @Test
  void goesOnWhereAStoppedQueryEnded(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      stream.put(0, 700);
      SparkQuery query = new SparkQuery(stream, checkpoint);
      query.readAvailable();
      stream.put(700, 1_500);
      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(1_500));
    }
  }

  @Test
  void runsABatchAgainWithTheSameRowsAfterItDied(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      stream.put(0, 1_000);
      SparkQuery query = new SparkQuery(stream, checkpoint).failingAt(0);
      assertThat(query.readToError()).contains("the job dies in batch 0");
      stream.put(1_000, 2_000);
      query.failingAt(1);
      assertThat(query.readToError()).contains("the job dies in batch 1");
      stream.put(2_000, 3_000);
      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(3_000));
    }
  }

  @Test
  void readsParentsBeforeChildrenWhileTheStreamIsResharded(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      SparkQuery query = new SparkQuery(stream, checkpoint).with("positions", "true");
      StreamingQuery running = query.start(Trigger.ProcessingTime(0));
      int put = 0;
      for (int shards : new int[] {4, 2, 3, 2, 1}) {
        stream.put(put, put + 500);
        put += 500;
        stream.reshardTo(shards);
        stream.put(put, put + 500);
        put += 500;
      }
      int all = put;
      await().atMost(Duration.ofMinutes(1)).until(() -> query.records().size() >= all);
      running.stop();
      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(all));
      assertKeysInOrder(query);
    }
  }

  private static void assertKeysInOrder(SparkQuery query) {
    Map<String, Integer> last = new HashMap<>();
    query
        .batches()
        .forEach(
            batch -> {
              Map<String, Integer> highest = new HashMap<>();
              for (Row row : batch) {
                if (row.getAs("shard_id") != null) {
                  String key = row.getAs("partition_key");
                  int number = Integer.parseInt(SparkQuery.text(row));
                  assertThat(number).as(key).isGreaterThan(last.getOrDefault(key, -1));
                  highest.merge(key, number, Math::max);
                }
              }
              last.putAll(highest);
            });
  }

  @Test
  void losesNothingToFaultsOnTheWay(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      stream.put(0, 2_000);
      server.faults().inject(Fault.THROTTLED_GET_RECORDS, 0.2);
      server.faults().inject(Fault.EMPTY_PAGE, 0.3);
      server.faults().inject(Fault.EXPIRED_ITERATOR, 0.1);
      server.faults().inject(Fault.INTERNAL_ERROR, 0.1);
      server.faults().inject(Fault.LOST_RESPONSE, 0.1);
      server.faults().inject(Fault.CUT_RESPONSE, 0.1);
      SparkQuery query = new SparkQuery(stream, checkpoint);

      query.readAvailable();
      server.faults().clear();
      stream.put(2_000, 2_100);
      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(2_100));
      assertThat(server.faults().injected()).isGreaterThan(3);
    }
  }

  @Test
  void beginsAtTheTipWhenAskedForTheLatest(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      stream.put(0, 100);
      SparkQuery query = new SparkQuery(stream, checkpoint).with("startingPosition", "LATEST");
      query.readAvailable();
      assertThat(query.numbers()).isEmpty();
      stream.put(100, 300);
      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(300).subList(100, 300));
    }
  }

  @Test
  void beginsAtATime(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      CLOCK.shiftBy(Duration.ofHours(-2));
      stream.put(0, 100);
      CLOCK.shiftBy(Duration.ZERO);
      stream.put(100, 200);
      String start = CLOCK.instant().minus(Duration.ofHours(1)).toString();
      SparkQuery query = new SparkQuery(stream, checkpoint).with("startingPosition", start);

      query.readAvailable();

      assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(upTo(200).subList(100, 200));
    }
  }

  @Test
  void unpacksAggregatedRecords(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      stream.putOne("plain");
      stream.putOne("a", KplPacker.pack("a", "one", "b", "two"));
      byte[] broken = KplPacker.pack("a", "three");
      broken[broken.length - 1] ^= 1;
      stream.putOne("a", broken);
      SparkQuery query = new SparkQuery(stream, checkpoint);

      query.readAvailable();

      assertThat(query.texts()).containsExactly("plain", "one", "two", new String(broken, UTF_8));
      assertThat(query.records())
          .extracting(row -> row.getAs("partition_key") + "/" + row.getAs("sub_sequence_number"))
          .containsExactly("key/0", "a/0", "b/1", "a/0");
    }
  }

  @Test
  void tellsWhereEachBatchStands(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 2)) {
      stream.put(0, 1_000);
      SparkQuery query = new SparkQuery(stream, checkpoint).with("positions", "true");
      query.readAvailable();
      query.readAvailable();

      assertThat(query.positions()).hasSize(query.batchCount());
      BatchPosition last = query.positions().get(query.batchCount() - 1);
      assertThat(last.shards())
          .hasSize(2)
          .allSatisfy(
              shard -> {
                assertThat(shard.from()).isEqualTo(shard.to()).startsWith("AFTER:");
                assertThat(shard.tip()).isPresent();
              });
    }
  }

  @Test
  void makesABatchNowAndThenOfAnIdleStream(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      SparkQuery query =
          new SparkQuery(stream, checkpoint).with("positions", "true").with("idleHeartbeat", "1s");
      StreamingQuery running = query.start(Trigger.ProcessingTime(50));
      await().atMost(Duration.ofSeconds(30)).until(() -> query.batchCount() >= 3);
      running.stop();

      List<BatchPosition> positions = query.positions();
      for (int i = 1; i < positions.size(); i++) {
        assertThat(
                Duration.between(
                    positions.get(i - 1).shards().get(0).tip().orElseThrow(),
                    positions.get(i).shards().get(0).tip().orElseThrow()))
            .isGreaterThanOrEqualTo(Duration.ofMillis(990));
      }
    }
  }

  @Test
  void failsWhenUnreadRecordsAreGone(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      stream.put(0, 100);
      SparkQuery query = new SparkQuery(stream, checkpoint).failingAt(1);
      query.readAvailable();
      stream.put(100, 150);
      assertThat(query.readToError()).contains("the job dies");
      String kept = stream.putOne("150");
      server.trim(stream.name, "shardId-000000000000", kept);

      assertThat(query.readToError())
          .contains("records of shard shardId-000000000000")
          .contains("are lost")
          .contains("set failOnDataLoss=false");
    }
  }

  @Test
  void refusesAStreamThatWasMadeAnew(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      stream.put(0, 10);
      SparkQuery query = new SparkQuery(stream, checkpoint);
      query.readAvailable();
      stream.delete();
      CLOCK.shiftBy(Duration.ofSeconds(5));
      stream.create(1);

      assertThat(query.readToError())
          .contains("start with a new checkpoint to read the new stream");
    }
  }

  @Test
  void saysThatThereIsNoSuchStream(TestInfo test) throws Exception {
    try (LocalStream stream = stream(test, 1)) {
      SparkQuery query = new SparkQuery(stream, checkpoint).with("streamName", "nowhere");

      assertThat(query.readToError())
          .contains("there is no stream nowhere in this account and region");
    }
  }
}
