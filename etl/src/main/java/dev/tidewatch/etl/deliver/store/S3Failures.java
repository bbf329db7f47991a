package dev.tidewatch.etl.deliver.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sorts failures of S3 by what to do next.
 *
 * @param location what people know the store as
 */
record S3Failures(String location) {
  private static final Set<Integer> PASSING_STATUS = Set.of(408, 409, 425, 429);
  private static final Set<String> PASSING_CODE =
      Set.of("RequestTimeout", "SlowDown", "InternalError", "IncompleteBody", "BadDigest");

  /** Whether the same call may succeed later without anybody's doing. */
  boolean mayPass(RuntimeException failure) {
    if (failure instanceof AwsServiceException service) {
      return service.statusCode() >= 500
          || PASSING_STATUS.contains(service.statusCode())
          || PASSING_CODE.contains(code(service))
          || service.isThrottlingException()
          || service.isClockSkewException();
    }
    if (failure instanceof ApiCallAttemptTimeoutException) {
      return true;
    }
    return (failure instanceof SdkClientException || failure instanceof UncheckedIOException)
        && isBrokenOff(failure);
  }

  /** A list that ends too early is found by the XML parser. */
  private static boolean isBrokenOff(Throwable failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof XMLStreamException) {
        return true;
      }
    }
    return false;
  }

  /** The failure in words, with what to do; one that is no failure of S3 stays as it is. */
  RuntimeException explained(String what, RuntimeException failure) {
    if (!(failure instanceof SdkException)) {
      return failure;
    }
    String message =
        what + " in " + location + " failed: " + failure.getMessage() + remedy(failure);
    return new UncheckedIOException(message, new IOException(failure));
  }

  private static String remedy(RuntimeException failure) {
    if (!(failure instanceof AwsServiceException service)) {
      return "";
    }
    return switch (code(service)) {
      case "SignatureDoesNotMatch", "InvalidAccessKeyId" ->
          ". The keys are wrong: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or those of the"
              + " AWS profile.";
      case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
          ". The session token is no longer valid: get new temporary keys with their token"
              + " (AWS_SESSION_TOKEN), or sign in again.";
      default -> remedy(service.statusCode());
    };
  }

  private static String remedy(int status) {
    return switch (status) {
      case 403 ->
          ". The job's role needs s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and"
              + " s3:DeleteObject on its objects.";
      case 404 -> ". Make the bucket, or name another.";
      case 301, 307, 400 ->
          ". Check that the region is the bucket's and the credentials are valid.";
      default -> "";
    };
  }

  private static String code(AwsServiceException failure) {
    String code = failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }
}
