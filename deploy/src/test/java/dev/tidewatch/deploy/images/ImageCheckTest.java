package dev.tidewatch.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** {@code bin/image-check}: the images that deploy/images/build.sh made on a local base do run. */
@Timeout(240)
@EnabledIfSystemProperty(named = "images.check", matches = "true")
class ImageCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STREAM = "shop";

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void theDetectorAnswersAsAUserOfItsOwn() throws Exception {
    UnpackedImage image = unpacked("detector");
    Path output = folder.resolve("output");

    Process refused = start(image, image.usualArguments(), Map.of(), output);
    assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isNotZero();
    assertThat(output).content().contains("there are no access keys");

    List<String> arguments = new ArrayList<>(image.usualArguments());
    arguments.addAll(List.of("--host=127.0.0.1", "--port=0", "--env-file=/data/environment"));
    long begun = System.nanoTime();
    Process server = start(image, arguments, Map.of("AWS_REGION", "us-east-1"), output);
    URI address = URI.create(address(image.file("/data/environment"), server, output));

    assertThat(status(address.resolve("/health/live"))).isEqualTo(200);
    Duration ready = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(status(address.resolve("/sign-in"))).isEqualTo(200);
    assertThat(Files.getAttribute(image.file("/data/detector.db"), "unix:uid")).isEqualTo(10001);
    assertThat(image.config().get("ExposedPorts").has("8765/tcp")).isTrue();
    assertThat(image.config().get("Volumes").has("/data")).isTrue();
    report("detector", "ready", ready, server);
  }

  @Test
  void theFunctionPutsTheRecordsOfAnEvent() throws Exception {
    UnpackedImage image = unpacked("generator");
    Path output = folder.resolve("output");
    try (KinesisServer kinesis = KinesisServer.start(KinesisServer.Options.defaults());
        KinesisClient client = client(kinesis);
        LambdaRuntimeApi lambda = LambdaRuntimeApi.start()) {
      client.createStream(stream -> stream.streamName(STREAM).shardCount(1));
      client.waiter().waitUntilStreamExists(stream -> stream.streamName(STREAM));
      Map<String, String> environment =
          Map.of(
              "AWS_LAMBDA_RUNTIME_API", lambda.address(),
              "AWS_LAMBDA_FUNCTION_NAME", "generator",
              "AWS_LAMBDA_FUNCTION_VERSION", "1",
              "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
              "AWS_REGION", "us-east-1",
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local-secret",
              "AWS_ENDPOINT_URL_KINESIS", kinesis.endpoint().toString(),
              "STREAM_NAME", STREAM);
      long begun = System.nanoTime();
      Process function = start(image, image.usualArguments(), environment, output);
      var first = lambda.invoke("{\"time\": \"2026-05-04T10:05:07Z\"}");
      function.onExit().thenAccept(end -> first.completeExceptionally(ended(output)));
      JsonNode answer = JSON.readTree(first.get(120, TimeUnit.SECONDS));
      Duration cold = Duration.ofNanos(System.nanoTime() - begun);
      JsonNode again = JSON.readTree(lambda.invoke("{}").get(60, TimeUnit.SECONDS));

      assertThat(answer.get("from").asText()).isEqualTo("2026-05-04T10:00:00Z");
      assertThat(answer.get("sent").asInt()).isPositive();
      assertThat(records(client)).isEqualTo(answer.get("sent").asInt() + again.get("sent").asInt());
      report("generator", answer.get("sent") + " records put of the first event", cold, function);
    }
  }

  private UnpackedImage unpacked(String name) throws IOException, InterruptedException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may chroot");
    Path tar =
        Path.of(System.getProperty("tidewatch.repository", ".."), "deploy/target/images")
            .resolve(name + ".tar");
    assertThat(tar).as("made by deploy/images/build.sh --base local").exists();
    return UnpackedImage.of(tar, folder);
  }

  private Process start(
      UnpackedImage image, List<String> arguments, Map<String, String> environment, Path output)
      throws IOException {
    Process process = image.start(arguments, environment, output);
    started.add(process);
    return process;
  }

  private static int status(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static String address(Path file, Process server, Path output)
      throws IOException, InterruptedException {
    while (Files.notExists(file)) {
      if (!server.isAlive()) {
        throw ended(output);
      }
      Thread.sleep(20);
    }
    return Files.readString(file).strip().split("=", 2)[1];
  }

  private static AssertionError ended(Path output) {
    try {
      return new AssertionError("it ended and said: " + Files.readString(output));
    } catch (IOException unreadable) {
      return new AssertionError("it ended", unreadable);
    }
  }

  private static KinesisClient client(KinesisServer server) {
    return KinesisClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static int records(KinesisClient client) {
    int records = 0;
    for (Shard shard : client.listShards(list -> list.streamName(STREAM)).shards()) {
      String iterator =
          client
              .getShardIterator(
                  at ->
                      at.streamName(STREAM)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      records += client.getRecords(get -> get.shardIterator(iterator)).records().size();
    }
    return records;
  }

  private static void report(String name, String what, Duration time, Process process)
      throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      String peak = status.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
      long megabytes = Long.parseLong(peak.replaceAll("\\D", "")) / 1024;
      System.out.printf(
          "%s: %s after %.1f s, %d MB at most%n", name, what, time.toMillis() / 1000.0, megabytes);
    }
  }
}
