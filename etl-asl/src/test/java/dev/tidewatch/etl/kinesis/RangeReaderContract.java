package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every way to read a range promises, on the local Kinesis. */
abstract class RangeReaderContract {
  private static final String ENDPOINT = "aws.endpointUrlKinesis";
  static final String SHARD = "shardId-000000000000";

  static KinesisServer server;

  KinesisProducer stream;

  /** As the option {@code shardReader} names it. */
  abstract String reader();

  @BeforeAll
  static void startServer() {
    server = KinesisServer.start(KinesisServer.Options.defaults());
    System.setProperty(ENDPOINT, server.endpoint().toString());
  }

  @AfterAll
  static void stopServer() {
    System.clearProperty(ENDPOINT);
    server.close();
  }

  @BeforeEach
  void makeStream(TestInfo test) {
    stream =
        new KinesisProducer(
            server.endpoint(),
            getClass().getSimpleName() + "-" + test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void closeStream() {
    server.faults().clear();
    stream.close();
  }

  static Cut before(String sequence) {
    return Cut.before(new RecordHead(sequence, Instant.EPOCH));
  }

  static Cut after(String sequence) {
    return Cut.after(new RecordHead(sequence, Instant.EPOCH));
  }

  /** The texts of the range, as {@code key/place/text}. */
  List<String> read(Cut from, Cut to) throws IOException {
    StreamAddress address = new StreamAddress(stream.name(), null);
    ReaderChoice choice = ReaderChoice.parse(reader());
    var factory =
        new RangeReaderFactory(
            address,
            choice,
            Duration.ofSeconds(10),
            true,
            List.of(RangeColumn.PARTITION_KEY, RangeColumn.SUB_SEQUENCE_NUMBER, RangeColumn.DATA));
    List<String> rows = new ArrayList<>();
    try (var rangeReader = factory.createReader(new ShardRange(SHARD, from, to))) {
      while (rangeReader.next()) {
        var row = rangeReader.get();
        rows.add(
            row.getUTF8String(0)
                + "/"
                + row.getLong(1)
                + "/"
                + new String(row.getBinary(2), UTF_8));
      }
    }
    return rows;
  }

  @Test
  void readsBetweenTwoRecords() throws IOException {
    List<String> numbers = stream.put("0", "1", "2", "3", "4");

    assertThat(read(before(numbers.get(1)), before(numbers.get(3))))
        .containsExactly("key/0/1", "key/0/2");
    assertThat(read(after(numbers.get(1)), after(numbers.get(3))))
        .containsExactly("key/0/2", "key/0/3");
    assertThat(read(after(numbers.get(3)), after(numbers.get(4)))).containsExactly("key/0/4");
  }

  @Test
  void readsFromTheOldestRecord() throws IOException {
    List<String> numbers = stream.put("0", "1", "2");

    assertThat(read(Cut.TRIM_HORIZON, before(numbers.get(1)))).containsExactly("key/0/0");
    assertThat(read(Cut.TRIM_HORIZON, after(numbers.get(1)))).containsExactly("key/0/0", "key/0/1");
  }

  @Test
  void readsMoreThanOneAnswerHolds() throws IOException {
    List<String> numbers =
        stream.put(IntStream.range(0, 25_000).mapToObj(Integer::toString).toArray(String[]::new));

    List<String> rows = read(before(numbers.get(10)), before(numbers.get(24_990)));

    assertThat(rows).hasSize(24_980).doesNotHaveDuplicates();
    assertThat(rows.get(24_979)).isEqualTo("key/0/24989");
  }

  @Test
  void readsAClosedShardToItsEnd() throws IOException {
    List<String> numbers = stream.put("0", "1", "2");
    stream.split();

    assertThat(read(before(numbers.get(1)), Cut.SHARD_END)).containsExactly("key/0/1", "key/0/2");
  }

  @Test
  void unpacksAllRecordsAlsoThoseOfTheLast() throws IOException {
    String first = stream.putPacked("a1", "a2", "a3");
    String second = stream.putPacked("b1", "b2", "b3", "b4", "b5");
    String third = stream.put("plain").get(0);

    String[] all = {
      "key/0/a1", "key/1/a2", "key/2/a3", "key/0/b1", "key/1/b2", "key/2/b3", "key/3/b4", "key/4/b5"
    };
    assertThat(read(before(first), after(second))).containsExactly(all);
    assertThat(read(before(first), before(third))).containsExactly(all);
    assertThat(read(after(first), before(third))).hasSize(5);
    assertThat(read(before(first), before(second))).hasSize(3);
  }

  @Test
  void readsARecordAtTheTip() throws IOException {
    String only = stream.putPacked("a1", "a2", "a3");

    assertThat(read(before(only), after(only))).hasSize(3);
  }

  @Test
  void survivesThrottling() throws IOException {
    List<String> numbers = stream.put("0", "1", "2");
    server.faults().injectNext(Fault.THROTTLED_GET_RECORDS, 1);

    assertThat(read(before(numbers.get(0)), before(numbers.get(2)))).hasSize(2);
  }

  @Test
  void neverPassesARangeOffAsWholeWhoseBeginningIsGone() {
    List<String> numbers = stream.put("0", "1", "2");
    server.trim(stream.name(), SHARD, numbers.get(1));

    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(before(numbers.get(0)), before(numbers.get(2))));
  }
}
