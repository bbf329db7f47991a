package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.wire.SdkClasses;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceRequest;

/**
 * The bytes of the Java SDK 2.36.2, the CLI 2.9.19 and the JS SDK 3.918.0, as they were captured.
 */
class CapturedRequestsTest {
  private static final String ARN =
      "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:ecommerce-5m";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Path> captured() throws IOException, URISyntaxException {
    return Files.list(Path.of(CapturedRequestsTest.class.getResource("requests").toURI())).sorted();
  }

  @ParameterizedTest
  @MethodSource("captured")
  void isUnderstood(Path file) throws Exception {
    RawClient.Answer answer = replay(file.getFileName().toString());

    String operation = file.getFileName().toString().replaceAll(".*-|\\.http", "");
    assertThat(server.requests.poll().getClass().getSimpleName()).isEqualTo(operation + "Request");
    assertThat(answer.status())
        .isEqualTo(operation.matches("TagResource|UntagResource") ? 204 : 200);
    assertThat(answer.headers()).containsKey("x-amzn-requestid");
  }

  @ParameterizedTest
  @MethodSource("captured")
  void reachesTheGateAsItWasSigned(Path file) throws Exception {
    replay(file.getFileName().toString());

    SignedRequest request = server.signed.poll();
    byte[] sent = Files.readAllBytes(file);
    String[] parts = new String(sent, StandardCharsets.UTF_8).split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n");
    String target = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
    assertThat(request.method() + " " + target + " HTTP/1.1").isEqualTo(lines[0]);
    assertThat(request.headers().stream().map(header -> line(header.name(), header.value())))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ", 2))
                .map(line -> line(line[0], line[1]))
                .toList());
    assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(parts[1]);
  }

  /** The case of a name does not count, that of a value does. */
  private static String line(String name, String value) {
    return name.toLowerCase(Locale.ROOT) + ": " + value;
  }

  @Test
  void membersArriveWhole() throws Exception {
    replay("aws-cli-2.9.19-CreateMetricSet.http");
    CreateMetricSetRequest request = (CreateMetricSetRequest) server.requests.poll();
    assertThat(request.metricSource().s3SourceConfig().fileFormatDescriptor().csvFormatDescriptor())
        .satisfies(csv -> assertThat(csv.quoteSymbol()).isEqualTo("\""));
    assertThat(request.offset()).isEqualTo(60);

    replay("java-sdk-2.36.2-TagResource.http");
    TagResourceRequest tag = (TagResourceRequest) server.requests.poll();
    assertThat(tag.resourceArn()).isEqualTo(ARN);
    assertThat(tag.tags()).isEqualTo(Map.of("k 1", "v"));

    replay("js-sdk-3.918.0-UntagResource.http");
    UntagResourceRequest untag = (UntagResourceRequest) server.requests.poll();
    assertThat(untag.tagKeys()).isEqualTo(List.of("a", "b c"));
  }

  private static RawClient.Answer replay(String name) throws Exception {
    server.requests.clear();
    server.signed.clear();
    server.answer =
        (operation, request) ->
            operation.equals("ListTagsForResource")
                ? ListTagsForResourceResponse.builder().tags(Map.of("a", "b")).build()
                : SdkClasses.<LookoutMetricsResponse>builder(operation + "Response").build();
    try (RawClient client = new RawClient(server.port())) {
      return client.send(
          CapturedRequestsTest.class.getResourceAsStream("requests/" + name).readAllBytes());
    }
  }
}
