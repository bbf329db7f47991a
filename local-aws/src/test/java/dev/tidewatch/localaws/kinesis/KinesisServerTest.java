package dev.tidewatch.localaws.kinesis;

import static dev.tidewatch.localaws.kinesis.StreamUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.ExpiredNextTokenException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

class KinesisServerTest {
  private final SettableClock clock = new SettableClock();
  private KinesisServer server = KinesisServer.start(options());
  private KinesisClient client = Clients.trying(1, server.endpoint());

  private KinesisServer.Options options() {
    return KinesisServer.Options.defaults().withClock(clock);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void restart(KinesisServer.Options options) {
    stop();
    server = KinesisServer.start(options);
    client = Clients.trying(1, server.endpoint());
  }

  private StreamUnderTest stream(int shards) {
    return new StreamUnderTest(client, "orders").create(shards);
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
    assertThat(server.endpoint().getPort()).isPositive();
  }

  @Test
  void aTakenPortIsNamed() {
    int port = server.endpoint().getPort();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> KinesisServer.start(options().withPort(port)))
        .withMessage("kinesis cannot listen on 127.0.0.1:" + port + ": choose a free port, or 0");
  }

  @Test
  void anAccountHasTwelveDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().withAccount("me"))
        .withMessage("'me' is no account: use 12 digits");
  }

  @Test
  void iteratorsLiveForFiveMinutes() {
    StreamUnderTest stream = stream(1);
    String iterator = stream.trimHorizon(stream.shard(0));
    clock.advance(Duration.ofMinutes(5));
    assertThat(stream.read(iterator, 1).records()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThatExceptionOfType(ExpiredIteratorException.class)
        .isThrownBy(() -> stream.read(iterator, 1))
        .withMessageContaining("tolerated delay of 300000 milliseconds");
  }

  @Test
  void listingTokensLiveForFiveMinutes() {
    StreamUnderTest stream = stream(3);
    String token =
        client.listShards(list -> list.streamName(stream.name).maxResults(1)).nextToken();
    clock.advance(Duration.ofMinutes(6));
    assertThatExceptionOfType(ExpiredNextTokenException.class)
        .isThrownBy(() -> client.listShards(list -> list.nextToken(token)));
  }

  @Test
  void recordsAreKeptForTheRetention() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(10));
    clock.advance(Duration.ofHours(12));
    stream.put("later");
    clock.advance(Duration.ofHours(12).plusMillis(1));
    assertThat(stream.allTexts()).containsExactly("later");
    assertThat(server.recordsHeld("orders")).isEqualTo(1);
  }

  @Test
  void aClosedShardIsForgottenOnceItsRetentionHasPassed() {
    StreamUnderTest stream = stream(1);
    Shard parent = stream.shard(0);
    stream.put("x");
    stream.split(parent);
    clock.advance(Duration.ofHours(23));
    assertThat(stream.shards()).hasSize(3);
    clock.advance(Duration.ofHours(2));
    assertThat(stream.shards()).hasSize(2).doesNotContain(parent);
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> stream.trimHorizon(parent));
  }

  @Test
  void shardsAreFoundByTheTimeTheyWereOpen() {
    StreamUnderTest stream = stream(1);
    clock.advance(Duration.ofHours(1));
    stream.split(stream.shard(0));
    clock.advance(Duration.ofHours(1));

    assertThat(openAt(ShardFilterType.AT_TIMESTAMP, Duration.ofMinutes(90))).containsExactly(0);
    assertThat(openAt(ShardFilterType.AT_TIMESTAMP, Duration.ofMinutes(30))).containsExactly(1, 2);
    assertThat(openAt(ShardFilterType.FROM_TIMESTAMP, Duration.ofMinutes(90)))
        .containsExactly(0, 1, 2);
    assertThat(openAt(ShardFilterType.FROM_TIMESTAMP, Duration.ofMinutes(30)))
        .containsExactly(1, 2);
  }

  private List<Integer> openAt(ShardFilterType type, Duration ago) {
    return client
        .listShards(
            list ->
                list.streamName("orders")
                    .shardFilter(filter -> filter.type(type).timestamp(clock.instant().minus(ago))))
        .shards()
        .stream()
        .map(shard -> Integer.valueOf(shard.shardId().substring("shardId-".length())))
        .toList();
  }

  @Test
  void anIteratorDoesNotOutliveItsStream() {
    StreamUnderTest stream = stream(1);
    String iterator = stream.trimHorizon(stream.shard(0));
    client.deleteStream(delete -> delete.streamName(stream.name));
    stream.create(1).put("of another stream");
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> stream.read(iterator, 1));
  }

  @Test
  void aShardTakesAThousandRecordsASecond() {
    restart(options().withShardLimits(true));
    StreamUnderTest stream = stream(1);
    int failed =
        IntStream.range(0, 3).map(i -> stream.putAll(texts(500)).failedRecordCount()).sum();
    assertThat(failed).isEqualTo(500);
    clock.advance(Duration.ofSeconds(1));
    assertThat(stream.putAll(texts(500)).failedRecordCount()).isZero();
  }

  @Test
  void aShardTakesAMebibyteASecond() {
    restart(options().withShardLimits(true));
    StreamUnderTest stream = stream(1);
    stream.put("x".repeat(700_000));
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> stream.put("x".repeat(700_000)));
  }

  @Test
  void aShardIsReadFiveTimesASecond() {
    restart(options().withShardLimits(true));
    StreamUnderTest stream = stream(1);
    String iterator = stream.trimHorizon(stream.shard(0));
    IntStream.range(0, 5).forEach(i -> stream.read(iterator, 1));
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> stream.read(iterator, 1));
    clock.advance(Duration.ofMillis(200));
    assertThat(stream.read(iterator, 1).records()).isEmpty();
  }

  @Test
  void aLargePageIsPaidForWithTheFollowingSeconds() {
    restart(options().withShardLimits(true));
    StreamUnderTest stream = stream(1);
    for (int i = 0; i < 8; i++) {
      stream.put("x".repeat(1_000_000));
      clock.advance(Duration.ofSeconds(1));
    }
    String iterator = stream.trimHorizon(stream.shard(0));
    assertThat(stream.read(iterator, 100).records()).hasSize(8);
    clock.advance(Duration.ofMillis(2500));
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> stream.read(iterator, 100));
    clock.advance(Duration.ofSeconds(2));
    assertThat(stream.read(iterator, 100).records()).hasSize(8);
  }

  @Test
  void aPageHoldsTenMebibytes() {
    StreamUnderTest stream = stream(1);
    IntStream.range(0, 12).forEach(i -> stream.put("x".repeat(1_000_000)));
    assertThat(stream.read(stream.trimHorizon(stream.shard(0)), 100).records()).hasSize(10);
  }

  @Test
  void largerRecordsAreTakenWhenAllowed() {
    restart(options().withMaxRecordBytes(10 * 1024 * 1024));
    StreamUnderTest stream = stream(1);
    stream.put("x".repeat(9_000_000));
    assertThat(server.recordsHeld("orders")).isEqualTo(1);
  }

  @Test
  void aRequestWithoutSignatureIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(request("ListStreams", "{}").setHeader("Authorization", "").build());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"__type\":\"MissingAuthenticationTokenException\"");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
  }

  @Test
  void anUnknownOperationIsNamed() throws Exception {
    assertThat(send(request("SubscribeToShard", "{}").build()).body())
        .contains("UnknownOperationException", "'SubscribeToShard'");
  }

  @Test
  void aMalformedBodyIsRefused() throws Exception {
    for (String body : List.of("{", "[]", "", "{\"StreamName\": 1}")) {
      assertThat(send(request("DescribeStream", body).build()).body())
          .contains("SerializationException");
    }
  }

  @Test
  void aBodyInChunksIsRead() throws Exception {
    stream(1);
    byte[] body = "{\"StreamName\": \"orders\"}".getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        request("DescribeStreamSummary", "")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertThat(send(request).body()).contains("\"StreamName\":\"orders\"");
  }

  private HttpRequest.Builder request(String operation, String body) {
    return HttpRequest.newBuilder(URI.create(server.endpoint() + "/"))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("X-Amz-Target", "Kinesis_20131202." + operation)
        .header("Authorization", "AWS4-HMAC-SHA256 ...")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
