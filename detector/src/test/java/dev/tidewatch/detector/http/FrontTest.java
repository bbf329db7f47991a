package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidewatch.detector.wire.ApiError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class FrontTest {
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server =
        new TestServer(
            ServerSettings.on("127.0.0.1", 0).withIdle(Duration.ofSeconds(2)).withThreads(8));
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void anAnswerCarriesAwsHeaders() throws Exception {
    RawClient.Answer answer = client.post("/ListAlerts", "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store")
        .containsKey("x-amzn-requestid")
        .doesNotContainKey("server");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /",
    "POST, /NoSuchOperation",
    "POST, /createalert",
    "POST, /ListAlerts/",
    "POST, /ListAlerts%2F",
    "GET, /ListAlerts",
    "DELETE, /ListAlerts",
    "OPTIONS, /ListAlerts",
    "PUT, /tags/arn%3Aaws",
    "GET, /tags",
    "TRACE, /ListAlerts"
  })
  void whatIsNoOperationIsUnknown(String method, String path) throws Exception {
    RawClient.Answer answer = client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers()).containsEntry("x-amzn-errortype", "UnknownOperationException");
    assertThat(answer.json().get("__type").asText()).isEqualTo("UnknownOperationException");
    assertThat(server.signed).isEmpty();
  }

  @Test
  void theGateComesBeforeTheParser() throws Exception {
    server.admission =
        (request, operation, remote) -> {
          throw ApiError.accessDenied(operation + " from " + remote);
        };
    RawClient.Answer answer = client.post("/CreateAlert", "{ nonsense");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("Message").asText()).isEqualTo("CreateAlert from 127.0.0.1");
  }

  @Test
  void theCheckComesBeforeTheOperation() throws Exception {
    RawClient.Answer answer = client.post("/DeleteAlert", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("Reason").asText()).isEqualTo("FIELD_VALIDATION_FAILED");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void headersReachTheGateLetterByLetter() throws Exception {
    client.post(
        "/ListAlerts",
        "{}",
        "CONTENT-type: Application/JSON;  Charset=utf-8",
        "x-two: b",
        "X-Two: a");

    assertThat(server.signed.poll().headers())
        .filteredOn(header -> header.name().matches("(?i)content-type|x-two"))
        .extracting(header -> header.value())
        .containsExactlyInAnyOrder("Application/JSON;  Charset=utf-8", "b", "a")
        .containsSubsequence("b", "a");
  }

  @ParameterizedTest
  @CsvSource({
    "arn%3Aaws%3Alookoutmetrics%3Aus-east-1%3A1%3AMetricSet%2Fshop%2Forders",
    "arn:aws:lookoutmetrics:us-east-1:1:MetricSet%2Fshop%2forders",
    "arn:aws:lookoutmetrics:us-east-1:1:MetricSet/shop/orders"
  })
  void datasetsHaveTagsToo(String encoded) throws Exception {
    RawClient.Answer answer = client.send("GET /tags/" + encoded + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.signed.poll().path()).isEqualTo("/tags/" + encoded);
    assertThat(((ListTagsForResourceRequest) server.requests.poll()).resourceArn())
        .isEqualTo("arn:aws:lookoutmetrics:us-east-1:1:MetricSet/shop/orders");
  }

  @Test
  void anEncodedPercentIsDecodedOnceOnly() throws Exception {
    client.send("GET /tags/arn:aws:l:r:1:x%252Fy HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(((ListTagsForResourceRequest) server.requests.poll()).resourceArn())
        .isEqualTo("arn:aws:l:r:1:x%2Fy");
  }

  @Test
  void tagKeysAreRepeated() throws Exception {
    RawClient.Answer answer =
        client.send(
            "DELETE /tags/arn:aws:l:r:1:x?tagKeys=a%26b&other=1&tagKeys=k%201&tagKeys=%C3%A4+ HTTP/1.1\r\n"
                + "Host: x\r\n\r\n");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers()).doesNotContainKey("content-type");
    assertThat(((UntagResourceRequest) server.requests.poll()).tagKeys())
        .isEqualTo(List.of("a&b", "k 1", "ä "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tags/%zz",
        "/tags/%C3%28",
        "/tags/%",
        "/tags/a?tagKeys=%C3",
        "/tags/a?tagKeys=%g1"
      })
  void whatCannotBeDecodedIsRefused(String target) throws Exception {
    RawClient.Answer answer = client.send("DELETE " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aBodyOfAMegabyteIsReadAndOneByteMoreIsNot() throws Exception {
    RawClient.Answer most = client.post("/ListAlerts", padded(Limits.BODY_BYTES));
    assertThat(most.status()).isEqualTo(200);

    RawClient.Answer more = client.post("/ListAlerts", padded(Limits.BODY_BYTES + 1));
    assertThat(more.status()).isEqualTo(413);
    assertThat(more.json().get("__type").asText()).isEqualTo("ValidationException");
  }

  @Test
  void aHugeBodyInChunksIsRefused() throws Exception {
    StringBuilder body =
        new StringBuilder(
            "POST /ListAlerts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 40; i++) {
      body.append("8000\r\n").append(" ".repeat(0x8000)).append("\r\n");
    }
    RawClient.Answer answer = client.send(body + "0\r\n\r\n");

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aCompressedBodyIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(padded(Limits.BODY_BYTES * 4));
    }
    RawClient.Answer answer =
        client.post("/ListAlerts", bytes.toByteArray(), "Content-Encoding: gzip");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("Reason").asText()).isEqualTo("CANNOT_PARSE");
    assertThat(server.signed).isEmpty();
  }

  @Test
  void aHeadBeyondSixteenKilobytesIsRefused() throws Exception {
    assertThat(client.post("/ListAlerts", "{}", "x-much: " + "a".repeat(15_000)).status())
        .isEqualTo(200);
    assertThat(client.post("/ListAlerts", "{}", "x-much: " + "a".repeat(17_000)).status())
        .isEqualTo(431);
  }

  @ParameterizedTest
  @CsvSource({
    "POST /List%zzAlerts HTTP/1.1, 400",
    "POST /a/../ListAlerts%00 HTTP/1.1, 400",
    "POST /tags/%C3%28 HTTP/1.1, 400",
    "POST /ListAlerts HTTP/9.9, 505",
    "no request at all, 400"
  })
  void whatIsNoHttpIsToldAsEverythingElse(String line, int status) throws Exception {
    RawClient.Answer answer = client.send(line + "\r\nHost: x\r\n\r\n");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("x-amzn-errortype", "ValidationException")
        .containsKey("x-amzn-requestid")
        .doesNotContainKey("server");
    assertThat(answer.json().get("__type").asText()).isEqualTo("ValidationException");
    assertThat(answer.json().get("Message").asText()).endsWith(".");
    assertThat(server.signed).isEmpty();
  }

  @Test
  void theSdkReadsWhatIsRefusedBeforeAnyOperation() {
    try (LookoutMetricsClient sdk = server.client()) {
      ValidationException error =
          catchThrowableOfType(
              ValidationException.class,
              () ->
                  sdk.listAlerts(
                      request ->
                          request.overrideConfiguration(
                              o -> o.putHeader("x-much", "a".repeat(17_000)))));

      assertThat(error.statusCode()).isEqualTo(431);
      assertThat(error.requestId()).hasSize(36);
      assertThat(error.awsErrorDetails().errorMessage()).contains("16384 bytes");
    }
  }

  @Test
  void slowSendersTakeNoThread() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      RawClient each = new RawClient(server.port());
      each.write(
          "POST /ListAlerts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
              .getBytes(StandardCharsets.UTF_8));
      slow.add(each);
    }
    assertThat(client.post("/ListAlerts", "{}").status()).isEqualTo(200);
    assertThat(server.signed).hasSize(1);
    for (RawClient each : slow) {
      RawClient.Answer answer = each.read();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.headers()).containsEntry("x-amzn-errortype", "RequestTimeoutException");
      assertThat(answer.json().get("Message").asText()).isEqualTo("The body did not arrive.");
      each.close();
    }
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void timesAreMeasuredByOperationAndStatus() throws Exception {
    client.post("/ListAlerts", "{}");
    client.post("/ListAlerts", "[]");

    assertThat(server.registry.scrape())
        .contains("tidewatch_api_requests_seconds_count{operation=\"ListAlerts\",status=\"200\"} 1")
        .contains("tidewatch_api_requests_seconds_count{operation=\"ListAlerts\",status=\"400\"} 1")
        .contains("tidewatch_api_requests_in_flight 0");
  }

  private static byte[] padded(int length) {
    return (" ".repeat(length - 2) + "{}").getBytes(StandardCharsets.UTF_8);
  }
}
