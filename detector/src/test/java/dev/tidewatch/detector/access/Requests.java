package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.access.SignedRequest.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests to check: captured ones, and ones the AWS SDK signs. */
final class Requests {
  static final String KEY = "AKIDEXAMPLE";
  static final Secret SECRET = Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  static final Credential ADMIN = new Credential(new Caller(KEY, Role.ADMIN), SECRET);
  static final String TAGS =
      "/tags/arn%3Aaws%3Alookoutmetrics%3Aus-east-1%3A123456789012%3AAnomalyDetector%3Ashop";

  private Requests() {}

  static String resource(String name) {
    try (InputStream in = Requests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), name.endsWith(".http") ? ISO_8859_1 : UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The very bytes a client sent. */
  static SignedRequest captured(String name) {
    String text = resource("captured/" + name + ".http");
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    String[] first = lines[0].split(" ");
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    return request(first[0], first[1], headers, text.substring(end + 4).getBytes(ISO_8859_1));
  }

  static SignedRequest request(String method, String target, List<Header> headers, byte[] body) {
    int mark = target.indexOf('?');
    return new SignedRequest(
        method,
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        headers,
        body);
  }

  /** A clock that stands where the request says it was signed. */
  static Clock clockOf(SignedRequest request) {
    return Clock.fixed(RequestTime.of(request).time(), ZoneOffset.UTC);
  }

  /** What the AWS SDK makes of a request. */
  static SignedRequest signed(
      String method,
      String target,
      String body,
      AwsCredentialsIdentity identity,
      String service,
      Instant when) {
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(URI.create("http://127.0.0.1:8181" + target))
            .putHeader("Content-Type", "application/json")
            .putHeader("x-amz-meta-note", "  two   words ");
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC)))
            .request();
    List<Header> headers = new ArrayList<>();
    signed.forEachHeader(
        (name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    return request(method, target, headers, body.getBytes(UTF_8));
  }
}
