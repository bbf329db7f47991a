package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.SignedRequest.Header;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** AWS's own cases. */
class SignatureSuiteTest {
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);

  record Case(
      String name,
      String method,
      String target,
      List<Header> headers,
      String body,
      String signature) {
    static Case of(String text) {
      String[] lines = text.split("\n");
      int at = lines[1].startsWith("(") ? 2 : 1;
      int space = lines[at].indexOf(' ');
      List<Header> headers = new ArrayList<>();
      headers.add(new Header("Host", "example.amazonaws.com"));
      headers.add(new Header("X-Amz-Date", "20150830T123600Z"));
      String body = "";
      for (int i = at + 1; i < lines.length - 1; i++) {
        if (lines[i].startsWith("> ")) {
          body = lines[i].substring(2);
        } else {
          int colon = lines[i].indexOf(':');
          headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 2)));
        }
      }
      return new Case(
          lines[0],
          lines[at].substring(0, space),
          lines[at].substring(space + 1),
          headers,
          body,
          lines[lines.length - 1].substring(2));
    }

    String signedHeaders() {
      return headers.stream()
          .map(header -> header.name().toLowerCase(Locale.ROOT))
          .distinct()
          .sorted()
          .collect(Collectors.joining(";"));
    }

    SignedRequest request(String signature) {
      List<Header> all = new ArrayList<>(headers);
      all.add(
          new Header(
              "Authorization",
              "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                  + " SignedHeaders="
                  + signedHeaders()
                  + ", Signature="
                  + signature));
      return Requests.request(method, target, all, body.getBytes(UTF_8));
    }

    PathForm pathForm() {
      return name.endsWith("-unnormalized") ? PathForm.AS_RECEIVED : PathForm.NORMALIZED;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Arrays.stream(Requests.resource("signature-cases.txt").split("\n\n"))
        .filter(block -> !block.startsWith("#"))
        .map(Case::of);
  }

  private static SignatureCheck check(PathForm form) {
    return new SignatureCheck(
        new SignatureScope("us-east-1", "service", form), (id, token) -> Requests.ADMIN, THEN);
  }

  @Test
  void hasAllHeaderSignedCases() {
    assertThat(cases()).hasSize(38);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsTheSignatureAwsGives(Case suite) {
    assertThat(check(suite.pathForm()).callerOf(suite.request(suite.signature())))
        .isEqualTo(Requests.ADMIN.caller());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refusesAnyOtherSignature(Case suite) {
    String other = (suite.signature().startsWith("0") ? "1" : "0") + suite.signature().substring(1);
    assertThat(Refusals.of(() -> check(suite.pathForm()).callerOf(suite.request(other))).error())
        .isEqualTo("InvalidSignatureException");
  }

  /**
   * The SDK cannot be kept from signing the hash of the body, so only what is right is compared.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void acceptsWhatTheSdkSignsOfTheSameRequest(Case suite) {
    SignedRequest plain = suite.request("");
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(plain.method()))
            .protocol("http")
            .host("example.amazonaws.com")
            .encodedPath(plain.path().replace(" ", "%20"));
    for (String part : plain.query().split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        unsigned.appendRawQueryParameter(decoded(pair[0]), decoded(pair[1]));
      }
    }
    for (Header header : suite.headers()) {
      if (!header.name().equals("X-Amz-Date") && !header.name().equals("x-amz-content-sha256")) {
        unsigned.appendHeader(header.name(), header.value());
      }
    }
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(
                            AwsCredentialsIdentity.create(Requests.KEY, Requests.SECRET.reveal()))
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromUtf8String(suite.body()))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "service")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                            AwsV4FamilyHttpSigner.NORMALIZE_PATH,
                            suite.pathForm() == PathForm.NORMALIZED)
                        .putProperty(
                            AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE,
                            !plain.path().contains(" ")) // the SDK wants it encoded already
                        .putProperty(HttpSigner.SIGNING_CLOCK, THEN))
            .request();
    List<Header> headers = new ArrayList<>();
    signed.forEachHeader(
        (name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    assertThat(
            check(suite.pathForm())
                .callerOf(
                    Requests.request(
                        suite.method(), suite.target(), headers, suite.body().getBytes(UTF_8))))
        .isEqualTo(Requests.ADMIN.caller());
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text, UTF_8);
  }
}
