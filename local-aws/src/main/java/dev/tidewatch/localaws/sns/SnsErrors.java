package dev.tidewatch.localaws.sns;

import dev.tidewatch.localaws.protocol.AwsException;

/** The errors of SNS, as AWS names and words them. */
final class SnsErrors {
  private SnsErrors() {}

  static AwsException invalid(String what) {
    return new AwsException(400, "InvalidParameter", "Invalid parameter: " + what);
  }

  static AwsException invalidAttribute(String name) {
    return invalid("AttributeName: '" + name + "' is not an attribute that can be set");
  }

  static AwsException missing(String parameter) {
    return new AwsException(
        400, "ValidationError", "The request must contain the parameter " + parameter);
  }

  static AwsException topicNotFound() {
    return new AwsException(404, "NotFound", "Topic does not exist");
  }

  /** What those who tag get. */
  static AwsException resourceNotFound() {
    return new AwsException(404, "ResourceNotFound", "Resource does not exist");
  }

  static AwsException subscriptionNotFound() {
    return new AwsException(404, "NotFound", "Subscription does not exist");
  }
}
