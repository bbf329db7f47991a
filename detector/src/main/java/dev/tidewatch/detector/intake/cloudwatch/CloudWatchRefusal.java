package dev.tidewatch.detector.intake.cloudwatch;

import dev.tidewatch.detector.intake.SourceUnavailable;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

/** CloudWatch says no, and would say so again. The message is for users. */
final class CloudWatchRefusal extends Exception {
  private static final long serialVersionUID = 1;
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;

  /** Codes of trouble that goes away though its status says otherwise. */
  private static final Set<String> PASSING =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "LimitExceeded");

  CloudWatchRefusal(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** What a result says whose metric may not be read. */
  static CloudWatchRefusal forbidden() {
    return denied("Forbidden");
  }

  private static CloudWatchRefusal denied(String code) {
    return new CloudWatchRefusal(
        "Access to CloudWatch is denied ("
            + code
            + "): allow the server"
            + " cloudwatch:ListMetrics and cloudwatch:GetMetricData");
  }

  private static boolean isPassing(CloudWatchException e) {
    return e.isThrottlingException() || e.isClockSkewException() || PASSING.contains(code(e));
  }

  private static String code(CloudWatchException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  /**
   * The refusal in an exception.
   *
   * @throws SourceUnavailable when it is none, but trouble that goes away
   */
  static CloudWatchRefusal of(SdkException e) {
    if (e instanceof CloudWatchException refused && !isPassing(refused)) {
      String code = code(refused);
      if (refused.statusCode() == FORBIDDEN || "AccessDenied".equals(code)) {
        return denied(code);
      }
      if (refused.statusCode() == BAD_REQUEST) {
        return new CloudWatchRefusal("CloudWatch refuses the query: " + refused.getMessage());
      }
    }
    throw new SourceUnavailable("CloudWatch cannot be asked: " + e.getMessage(), e);
  }
}
