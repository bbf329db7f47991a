package dev.tidewatch.endtoend.benchmark;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Writes a stream of two shards: shop orders of some 108 bytes in JSON, of 3 platforms and 10
 * marketplaces, in order of time and evenly spread over {@link #SPAN}. The same every time.
 */
final class OrderStream implements AutoCloseable {
  static final Duration SPAN = Duration.ofHours(4);

  private static final int SHARDS = 2;
  private static final int MOST_PER_REQUEST = 500;

  /** A request's records arrive at one time: these many times there are at least. */
  private static final int ARRIVALS = 240;

  private static final List<String> PLATFORMS = List.of("pc_web", "mobile_web", "mobile_app");
  private static final List<String> MARKETPLACES =
      List.of("us", "uk", "de", "fr", "es", "it", "jp", "in", "br", "au");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final KinesisClient client;
  private final TravellingClock clock;

  /**
   * @param clock by which the stream tells arrivals
   */
  OrderStream(URI endpoint, TravellingClock clock) {
    this.clock = clock;
    this.client =
        KinesisClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("local", "local-secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** Makes the stream; its first record arrives at the start. */
  void write(String name, int records, Instant start) {
    clock.moveTo(start);
    client.createStream(ask -> ask.streamName(name).shardCount(SHARDS));
    Random random = new Random(1);
    int perRequest = Math.max(1, Math.min(MOST_PER_REQUEST, records / ARRIVALS));
    for (int sent = 0; sent < records; sent += perRequest) {
      List<PutRecordsRequestEntry> entries = new ArrayList<>(perRequest);
      for (int i = sent; i < Math.min(records, sent + perRequest); i++) {
        entries.add(order(time(start, i, records), random));
      }
      clock.moveTo(time(start, sent + entries.size() - 1, records).plusSeconds(1));
      put(name, entries);
    }
  }

  private static Instant time(Instant start, int record, int records) {
    return start.plusNanos((long) ((double) SPAN.toNanos() * record / records));
  }

  private static PutRecordsRequestEntry order(Instant time, Random random) {
    String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    String marketplace = MARKETPLACES.get(random.nextInt(MARKETPLACES.size()));
    int cents = random.nextInt(100_000);
    String json =
        "{\"platform\":\"%s\",\"marketplace\":\"%s\",\"event_time\":\"%s\",\"views\":%d,\"revenue\":%d.%02d}"
            .formatted(
                platform,
                marketplace,
                TIME.format(time),
                random.nextInt(1_000),
                cents / 100,
                cents % 100);
    return PutRecordsRequestEntry.builder()
        .partitionKey(platform + "/" + marketplace)
        .data(SdkBytes.fromUtf8String(json))
        .build();
  }

  private void put(String name, List<PutRecordsRequestEntry> entries) {
    int failed =
        client.putRecords(ask -> ask.streamName(name).records(entries)).failedRecordCount();
    if (failed > 0) {
      throw new IllegalStateException(failed + " records were refused by the local Kinesis");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
