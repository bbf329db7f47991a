package dev.tidewatch.etl.asl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.regions.RegionUtils;
import dev.tidewatch.etl.EtlCommand;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.streaming.StreamingContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
  private static final String REGIONS = "com.amazonaws.regions.RegionUtils.fileOverride";
  private static final String ANY_CERTIFICATE = "com.amazonaws.sdk.disableCertChecking";
  private static final String TABLE = "shop-bridge";

  /** The intervals that are closed for sure: the one after them has the last records. */
  private static final int INTERVALS = 6;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Instant begin =
      Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);

  @TempDir private Path folder;

  private KinesisServer kinesis;
  private LeaseServer leases;
  private KinesisClient client;

  @BeforeEach
  void start() throws Exception {
    kinesis = KinesisServer.start(KinesisServer.Options.defaults());
    leases = LeaseServer.start(folder);
    System.setProperty(ENDPOINT, kinesis.endpoint().toString());
    System.setProperty(ANY_CERTIFICATE, "true");
    System.setProperty(
        REGIONS, Files.writeString(folder.resolve("regions.xml"), regions()).toString());
    RegionUtils.initialize();
    client =
        KinesisClient.builder()
            .endpointOverride(kinesis.endpoint())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createStream(ask -> ask.streamName("shop").shardCount(2));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName("shop"));
  }

  private String regions() {
    return """
        <XML><Regions><Region><Name>us-east-1</Name><Domain>amazonaws.com</Domain>
        <Endpoint><ServiceName>dynamodb</ServiceName><Http>false</Http><Https>true</Https>
        <Hostname>%s</Hostname></Endpoint></Region></Regions></XML>
        """
        .formatted(leases.host());
  }

  @AfterEach
  void stop() {
    for (String property : List.of(ENDPOINT, ANY_CERTIFICATE, REGIONS)) {
      System.clearProperty(property);
    }
    RegionUtils.initialize();
    client.close();
    leases.close();
    kinesis.close();
  }

  @Test
  void writesTheFilesThatTheJobWritesAlsoWhenStartedAgain() throws Exception {
    Path bridged = folder.resolve("bridged");
    put(0, 3);
    CompletableFuture<Integer> bridge = bridge(bridged);
    await().atMost(Duration.ofSeconds(40)).until(() -> data(bridged).size() >= 2);
    stopBridge(bridge);
    // As if more had been received than was written: the client library notes what was received.
    leases
        .tables()
        .values(TABLE, "checkpoint")
        .keySet()
        .forEach(shard -> leases.tables().set(TABLE, shard, "checkpoint", "9".repeat(56)));
    put(3, INTERVALS + 1);
    bridge = bridge(bridged);
    await().atMost(Duration.ofSeconds(40)).until(() -> data(bridged).size() >= INTERVALS);
    stopBridge(bridge);

    Path usual = folder.resolve("usual");
    EtlCommand.main(
        new String[] {
          "run",
          "-f",
          metricSet(usual).toString(),
          "--available-now",
          "--checkpoint",
          folder.resolve("checkpoint").toString()
        });
    Map<String, String> expected = new TreeMap<>(data(usual));
    expected.keySet().retainAll(data(bridged).keySet());
    assertThat(data(bridged)).hasSizeGreaterThanOrEqualTo(INTERVALS).isEqualTo(expected);
    assertThat(expected.values().stream().flatMap(String::lines).distinct())
        .hasSizeGreaterThan(INTERVALS);
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
