package dev.tidewatch.detector.intake.cloudwatch;

import dev.tidewatch.detector.intake.SourceUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

/** CloudWatch says no, and would say so again. The message is for users. */
final class CloudWatchRefusal extends Exception {
  private static final long serialVersionUID = 1;
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;

  CloudWatchRefusal(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /**
   * The refusal in an exception.
   *
   * @throws SourceUnavailable when it is none, but trouble that goes away
   */
  static CloudWatchRefusal of(SdkException e) {
    if (e instanceof CloudWatchException refused && !refused.isThrottlingException()) {
      String code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
      if (refused.statusCode() == FORBIDDEN || "AccessDenied".equals(code)) {
        return new CloudWatchRefusal(
            "Access to CloudWatch is denied ("
                + code
                + "): allow the server"
                + " cloudwatch:ListMetrics and cloudwatch:GetMetricData");
      }
      if (refused.statusCode() == BAD_REQUEST) {
        return new CloudWatchRefusal("CloudWatch refuses the query: " + refused.getMessage());
      }
    }
    throw new SourceUnavailable("CloudWatch cannot be asked: " + e.getMessage(), e);
  }
}
