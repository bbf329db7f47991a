package dev.tidewatch.detector.intake.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3TroubleTest {
  private static final S3Address OBJECT = new S3Address("sales", "2026/03/02.csv");

  private static SdkException answer(int status, String code) {
    return S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("no").build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({"301, PermanentRedirect", "301, ''", "400, AuthorizationHeaderMalformed"})
  void aBucketOfAnotherRegionIsNamed(int status, String code) {
    assertThat(S3Trouble.refusal(answer(status, code), OBJECT).reason())
        .isEqualTo("Bucket sales is not in the server's region");
  }

  @Test
  void whatTheStoreDeniesIsToldWithWhatToAllow() {
    assertThat(S3Trouble.refusal(answer(403, "AccessDenied"), OBJECT).reason())
        .isEqualTo(
            "Access to s3://sales/2026/03/02.csv is denied (AccessDenied): allow the server"
                + " s3:ListBucket and s3:GetObject");
  }

  @ParameterizedTest
  @CsvSource({"403, RequestTimeTooSkewed", "400, ExpiredToken", "503, SlowDown", "500, ''"})
  void whatGoesAwayIsWaitedFor(int status, String code) {
    assertThatThrownBy(() -> S3Trouble.refusal(answer(status, code), OBJECT))
        .isInstanceOf(SourceUnavailable.class);
  }
}
