package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients sent, to the byte. */
class CapturedRequestsTest {
  static Stream<String> intact() {
    return Stream.concat(
        Stream.of("CreateAlert", "CreateAnomalyDetector", "CreateMetricSet")
            .flatMap(name -> Stream.of("aws-cli-2.9.19-" + name, "java-sdk-2.36.2-" + name)),
        Stream.of(
            "aws-cli-2.9.19-ListAnomalyGroupSummaries",
            "java-sdk-2.36.2-ListAnomalyGroupSummaries",
            "java-sdk-2.36.2-ListTagsForResource",
            "java-sdk-2.36.2-TagResource",
            "java-sdk-2.36.2-UntagResource"));
  }

  private static SignatureCheck check(SignedRequest request) {
    return new SignatureCheck(
        SignatureScope.of("us-east-1"), (id, token) -> Requests.ADMIN, Requests.clockOf(request));
  }

  @ParameterizedTest
  @MethodSource("intact")
  void areAccepted(String name) {
    SignedRequest request = Requests.captured(name);
    assertThat(check(request).callerOf(request)).isEqualTo(Requests.ADMIN.caller());
  }

  /** These sign a header that was shortened after they had been captured. */
  @ParameterizedTest
  @ValueSource(
      strings = {"CreateAnomalyDetector", "ListTagsForResource", "TagResource", "UntagResource"})
  void ofJavaScriptWereChangedAndAreRefused(String name) {
    SignedRequest request = Requests.captured("js-sdk-3.918.0-" + name);
    RequestRefused refusal = Refusals.of(() -> check(request).callerOf(request));
    assertThat(refusal.error()).isEqualTo("InvalidSignatureException");
    assertThat(refusal)
        .hasMessageStartingWith("The request signature we calculated does not match");
  }
}
