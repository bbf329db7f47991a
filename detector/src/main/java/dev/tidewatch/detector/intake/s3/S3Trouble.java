package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells trouble that goes away from trouble that stays. */
final class S3Trouble {
  private static final int MOVED = 301;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** Codes of trouble that goes away though its status says otherwise. */
  private static final Set<String> PASSING =
      Set.of("RequestTimeTooSkewed", "RequestTimeout", "ExpiredToken", "TokenRefreshRequired");

  private S3Trouble() {}

  /**
   * The refusal in an exception.
   *
   * @throws SourceUnavailable when it is none, but trouble that goes away
   */
  static S3Refusal refusal(SdkException e, S3Address address) {
    if (e instanceof S3Exception s3) {
      String code = s3.awsErrorDetails() == null ? "" : s3.awsErrorDetails().errorCode();
      String text = reason(s3.statusCode(), code == null ? "" : code, address);
      if (!text.isEmpty()) {
        return new S3Refusal(text, code != null && code.equals("NoSuchKey"));
      }
    }
    throw new SourceUnavailable("S3 cannot be asked for " + address + ": " + e.getMessage(), e);
  }

  /** The reason for users; empty when the trouble goes away. */
  private static String reason(int status, String code, S3Address address) {
    if (code.equals("NoSuchBucket")) {
      return "Bucket " + address.bucket() + " does not exist";
    }
    if (status == MOVED || code.equals("AuthorizationHeaderMalformed")) {
      return "Bucket " + address.bucket() + " is not in the server's region";
    }
    if (code.equals("NoSuchKey") || status == NOT_FOUND) {
      return address + " does not exist";
    }
    if (code.equals("InvalidObjectState")) {
      return address + " is archived: restore it first";
    }
    if (PASSING.contains(code)) {
      return "";
    }
    if (status == FORBIDDEN) {
      return "Access to "
          + address
          + " is denied ("
          + code
          + "): allow the server s3:ListBucket"
          + " and s3:GetObject";
    }
    return status == BAD_REQUEST ? "S3 refuses to read " + address + " (" + code + ")" : "";
  }
}
