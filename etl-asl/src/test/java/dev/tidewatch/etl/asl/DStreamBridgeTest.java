package dev.tidewatch.etl.asl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.TooManyRows;
import dev.tidewatch.etl.job.IntervalJob;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.JobRules;
import dev.tidewatch.etl.job.MetricSetText;
import dev.tidewatch.etl.job.RecordSource;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.streaming.StreamingContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * The whole bridge: Spark's receiver and its client library, the local Kinesis, leases in memory.
 */
class DStreamBridgeTest {
  private static final String ENDPOINT = "aws.endpointUrlKinesis";
  private static final String TABLE = "shop-bridge";

  /** The intervals that are closed for sure: the one after them has the last records. */
  private static final int INTERVALS = 6;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Instant begin =
      Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);

  @TempDir private Path folder;

  private KinesisServer kinesis;
  private LocalLeases leases;
  private KinesisClient client;

  @BeforeEach
  void start() throws Exception {
    kinesis = KinesisServer.start(KinesisServer.Options.defaults());
    leases = LocalLeases.start(folder);
    System.setProperty(ENDPOINT, kinesis.endpoint().toString());
    client =
        KinesisClient.builder()
            .endpointOverride(kinesis.endpoint())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createStream(ask -> ask.streamName("shop").shardCount(2));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName("shop"));
  }

  @AfterEach
  void stop() {
    System.clearProperty(ENDPOINT);
    client.close();
    leases.close();
    kinesis.close();
  }

  @Test
  void writesTheFilesThatTheJobWrites() throws Exception {
    put(0, INTERVALS + 1);

    Path bridged = bridgeUntil(INTERVALS, this::runJob);

    assertSameAsTheJobs(bridged);
  }

  /** The client library waits ten seconds at each start, so this has to be asked for. */
  @Test
  @EnabledIfSystemProperty(named = "bridge.restart", matches = "true")
  void goesOnAfterWhatWasWrittenWhenMoreHadBeenReceived() throws Exception {
    put(0, 3);
    bridgeUntil(2, spark -> {});
    leases
        .tables()
        .values(TABLE, "checkpoint")
        .keySet()
        .forEach(shard -> leases.tables().set(TABLE, shard, "checkpoint", "9".repeat(56)));
    put(3, INTERVALS + 1);

    Path bridged = bridgeUntil(INTERVALS, this::runJob);

    assertSameAsTheJobs(bridged);
  }

  private void assertSameAsTheJobs(Path bridged) throws IOException {
    Map<String, String> expected = new TreeMap<>(data(folder.resolve("usual")));
    expected.keySet().retainAll(data(bridged).keySet());
    assertThat(data(bridged)).hasSizeGreaterThanOrEqualTo(INTERVALS).isEqualTo(expected);
    assertThat(expected.values().stream().flatMap(String::lines).distinct())
        .hasSizeGreaterThan(INTERVALS);
  }

  /**
   * Runs the bridge until it has published so many intervals, and something else while it starts.
   */
  private Path bridgeUntil(int intervals, Meanwhile meanwhile) throws IOException {
    Path bridged = folder.resolve("bridged");
    CompletableFuture<Integer> bridge = bridge(bridged);
    meanwhile.run(
        await().atMost(Duration.ofMinutes(1)).until(this::session, Optional::isPresent).get());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> bridge.isDone() || data(bridged).size() >= intervals);
    assertThat(bridge).isNotDone();
    stopBridge(bridge);
    return bridged;
  }

  private interface Meanwhile {
    void run(SparkSession spark) throws IOException;
  }

  private Optional<SparkSession> session() {
    return Optional.<SparkSession>ofNullable(SparkSession.getDefaultSession().getOrElse(() -> null))
        .filter(session -> !session.sparkContext().isStopped());
  }

  private void runJob(SparkSession spark) throws IOException {
    String file = metricSet(folder.resolve("usual")).toString();
    var source = new RecordSource.Kinesis("shop", "TRIM_HORIZON", Duration.ofHours(1));
    var rules =
        new JobRules(
            Duration.ofSeconds(30),
            true,
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofDays(31),
            true,
            TooManyRows.TOP,
            Duration.ofSeconds(15),
            false,
            false,
            true);
    var text = MetricSetText.of(file, Files.readString(Path.of(file)));
    var plan = JobPlan.of(text, source, folder.resolve("checkpoint").toString(), rules);
    new IntervalJob(plan, CommitObserver.NONE).run(spark);
  }

  private CompletableFuture<Integer> bridge(Path output) throws IOException {
    String metricSet = metricSet(output).toString();
    return CompletableFuture.supplyAsync(
        () -> DStreamBridge.execute("-f", metricSet, "--application", TABLE, "--batch", "1s"));
  }

  @SuppressWarnings("deprecation") // DStreams are, as a whole
  private static void stopBridge(CompletableFuture<Integer> bridge) {
    StreamingContext.getActive().get().stop(false, false);
    assertThat(bridge.join()).isZero();
  }

  private Path metricSet(Path output) throws IOException {
    String yaml =
        """
        name: shop
        stream: {name: shop, startingPosition: TRIM_HORIZON}
        records: {format: CSV, columns: [platform, event_time, views]}
        timestamp: {column: event_time, format: "yyyy-MM-dd HH:mm:ss", zone: UTC}
        dimensions: [platform]
        measures: [views]
        interval: PT5M
        lateness: PT2M
        output: {location: "%s"}
        """;
    return Files.writeString(
        folder.resolve(output.getFileName() + ".yaml"), yaml.formatted(output.toUri()));
  }

  /** Puts 240 records for each interval, one a second and a bit, on both shards. */
  private void put(int fromInterval, int toInterval) {
    List<PutRecordsRequestEntry> entries = new ArrayList<>();
    for (int i = fromInterval * 240; i < toInterval * 240; i++) {
      String text =
          "pc_%d,%s,%d".formatted(i % 3, TIME.format(begin.plusMillis(i * 1250L)), i % 17);
      entries.add(
          PutRecordsRequestEntry.builder()
              .partitionKey(Integer.toString(i % 10))
              .data(SdkBytes.fromString(text, UTF_8))
              .build());
      if (entries.size() == 240) {
        assertThat(
                client
                    .putRecords(ask -> ask.streamName("shop").records(entries))
                    .failedRecordCount())
            .isZero();
        entries.clear();
      }
    }
  }

  private static SortedMap<String, String> data(Path output) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path data = output.resolve("data");
    if (Files.isDirectory(data)) {
      try (Stream<Path> paths = Files.walk(data)) {
        for (Path path : paths.filter(file -> file.toString().endsWith(".csv")).toList()) {
          files.put(data.relativize(path).toString(), Files.readString(path));
        }
      }
    }
    return files;
  }
}
