package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.SignedRequest.Header;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class SignatureCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final AwsCredentialsIdentity IDENTITY =
      AwsCredentialsIdentity.create(Requests.KEY, Requests.SECRET.reveal());

  private static SignatureCheck checkAt(Instant now) {
    return new SignatureCheck(
        SignatureScope.of("us-east-1"),
        (id, token) -> {
          if (!id.equals(Requests.KEY)) {
            throw RequestRefused.unrecognizedClient();
          }
          return Requests.ADMIN;
        },
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static SignedRequest signed() {
    return Requests.signed(
        "POST", "/CreateAlert", "{\"AlertName\":\"ä\"}", IDENTITY, "lookoutmetrics", NOW);
  }

  private static SignedRequest withHeaders(
      SignedRequest request, UnaryOperator<List<Header>> change) {
    return new SignedRequest(
        request.method(),
        request.path(),
        request.query(),
        change.apply(new ArrayList<>(request.headers())),
        request.body());
  }

  private static SignedRequest with(SignedRequest request, String name, String value) {
    return withHeaders(
        request,
        headers -> {
          headers.removeIf(header -> header.name().equalsIgnoreCase(name));
          headers.add(new Header(name, value));
          return headers;
        });
  }

  private static RequestRefused refusal(SignedRequest request) {
    return Refusals.of(() -> checkAt(NOW).callerOf(request));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /CreateAlert, '{}'",
    "POST, /ListAlerts, ''",
    "GET, " + Requests.TAGS + ", ''",
    "GET, /tags/arn%3Aaws%3Alookoutmetrics%3Aus-east-1%3A1%3AMetricSet%2Fshop%2Fsales, ''",
    "POST, " + Requests.TAGS + ", '{\"tags\":{\"k 1\":\"v\"}}'",
    "DELETE, " + Requests.TAGS + "?tagKeys=k%201&tagKeys=k%2B2&tagKeys=a%2Fb, ''",
  })
  void acceptsWhatTheSdkSigns(String method, String target, String body) {
    SignedRequest request = Requests.signed(method, target, body, IDENTITY, "lookoutmetrics", NOW);
    assertThat(checkAt(NOW).callerOf(request)).isEqualTo(Requests.ADMIN.caller());
    assertThat(checkAt(NOW.plusSeconds(60)).callerOf(request)).isEqualTo(Requests.ADMIN.caller());
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, -899, 0, 899, 900})
  void allowsClocksToBeAQuarterOfAnHourApart(long seconds) {
    assertThat(checkAt(NOW.plusSeconds(seconds)).callerOf(signed())).isNotNull();
  }

  @Test
  void tellsHowLateARequestIs() {
    RequestRefused refusal =
        Refusals.of(() -> checkAt(NOW.plus(Duration.ofSeconds(901))).callerOf(signed()));
    assertThat(refusal.error()).isEqualTo("InvalidSignatureException");
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal)
        .hasMessage(
            "Signature expired: 20261128T100000Z is now earlier than 20261128T100001Z"
                + " (20261128T101501Z - 15 min.)");
  }

  @Test
  void tellsHowEarlyARequestIs() {
    assertThat(Refusals.of(() -> checkAt(NOW.minusSeconds(901)).callerOf(signed())))
        .hasMessageStartingWith("Signature not yet current: 20261128T100000Z is still later than");
  }

  /** The date of the scope is the request's, not the server's. */
  @Test
  void acceptsYesterdaysRequestsJustAfterMidnight() {
    Instant late = Instant.parse("2026-11-28T23:55:00Z");
    SignedRequest request =
        Requests.signed("POST", "/ListAlerts", "{}", IDENTITY, "lookoutmetrics", late);
    assertThat(checkAt(late.plusSeconds(600)).callerOf(request)).isNotNull();
  }

  @Test
  void asksForASignature() {
    SignedRequest unsigned = Requests.request("POST", "/ListAlerts", List.of(), new byte[0]);
    RequestRefused refusal = refusal(unsigned);
    assertThat(refusal.error()).isEqualTo("MissingAuthenticationTokenException");
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal).hasMessage("Missing Authentication Token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNz",
        "Bearer token",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 ",
        "AWS4-HMAC-SHA256 nothing",
        "AWS4-HMAC-SHA256 Credential=A/b/c",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/lookoutmetrics/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/lookoutmetrics/aws4_request,"
            + " SignedHeaders=host, Signature=a, Signature=b",
        "AWS4-HMAC-SHA256 Credential=AKI\"D/20261128/us-east-1/lookoutmetrics/aws4_request,"
            + " SignedHeaders=host, Signature=a",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/lookoutmetrics/aws5_request,"
            + " SignedHeaders=host, Signature=a",
        "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20261128/lookoutmetrics/aws4_request,"
            + " SignedHeaders=host, Signature=a"
      })
  void refusesHalfASignature(String authorization) {
    assertThat(refusal(with(signed(), "Authorization", authorization)).error())
        .isEqualTo("IncompleteSignatureException");
  }

  @Test
  void refusesTwoSignatures() {
    SignedRequest request =
        withHeaders(
            signed(),
            headers -> {
              headers.add(new Header("authorization", "AWS4-HMAC-SHA256 x"));
              return headers;
            });
    assertThat(refusal(request).error()).isEqualTo("IncompleteSignatureException");
  }

  @Test
  void refusesAKeyNobodyKnows() {
    SignedRequest request =
        Requests.signed(
            "POST",
            "/ListAlerts",
            "{}",
            AwsCredentialsIdentity.create("AKIAOTHER", "x"),
            "lookoutmetrics",
            NOW);
    assertThat(refusal(request).error()).isEqualTo("UnrecognizedClientException");
  }

  @Test
  void refusesAnotherServicesSignature() {
    SignedRequest request = Requests.signed("POST", "/ListAlerts", "{}", IDENTITY, "s3", NOW);
    assertThat(refusal(request))
        .hasMessage("Credential should be scoped to correct service: 'lookoutmetrics'.");
  }

  @Test
  void refusesAnotherRegionsSignature() {
    SignedRequest request = signed();
    String authorization = request.values("Authorization").get(0);
    assertThat(
            refusal(
                with(request, "Authorization", authorization.replace("us-east-1", "eu-west-1"))))
        .hasMessageStartingWith("Credential should be scoped to a valid region, not 'eu-west-1'");
  }

  @Test
  void refusesAScopeOfAnotherDay() {
    SignedRequest request = signed();
    String authorization = request.values("Authorization").get(0);
    assertThat(
            refusal(with(request, "Authorization", authorization.replace("20261128", "20261127"))))
        .hasMessageStartingWith("Date in Credential scope does not match YYYYMMDD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-security-token", "X-Amz-Target", "x-amz-anything"})
  void wantsEveryAmazonHeaderSigned(String name) {
    RequestRefused refusal = refusal(with(signed(), name, "x"));
    assertThat(refusal.error()).isEqualTo("InvalidSignatureException");
    assertThat(refusal).hasMessageContaining("must be a 'SignedHeader'");
  }

  @Test
  void refusesABodyThatIsNotSigned() {
    assertThat(refusal(with(signed(), "x-amz-content-sha256", "UNSIGNED-PAYLOAD")))
        .hasMessageContaining("UNSIGNED-PAYLOAD is not accepted");
  }

  @Test
  void refusesAPresignedRequest() {
    SignedRequest request =
        Requests.request(
            "GET",
            Requests.TAGS + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00",
            List.of(),
            new byte[0]);
    assertThat(refusal(request)).hasMessageStartingWith("Presigned requests are not accepted");
  }

  @Test
  void refusesAMalformedQuery() {
    SignedRequest request = signed();
    assertThat(
            refusal(
                new SignedRequest(
                    request.method(), request.path(), "a=%4", request.headers(), request.body())))
        .hasMessageStartingWith("The query string is malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "20261328T100000Z", "2026-11-28T10:00:00Z", ""})
  void refusesATimeThatIsNone(String time) {
    assertThat(refusal(with(signed(), "X-Amz-Date", time)).error())
        .isEqualTo("IncompleteSignatureException");
  }

  /** A client that has no X-Amz-Date signs its Date. */
  @Test
  void readsTheDateOfHttp() {
    List<Header> headers =
        List.of(new Header("Host", "x"), new Header("Date", "Sat, 28 Nov 2026 10:00:00 GMT"));
    SignedRequest request = Requests.request("POST", "/ListAlerts", headers, new byte[0]);
    assertThat(RequestTime.of(request)).isEqualTo(new RequestTime("date", NOW));
  }

  @Test
  void tellsNothingOfHeadersAndBody() {
    assertThat(signed().toString()).isEqualTo("POST /CreateAlert");
    assertThat(new String(signed().body(), UTF_8)).contains("ä");
  }
}
