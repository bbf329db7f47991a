package dev.tidewatch.localaws.cloudwatch.metric;

import dev.tidewatch.localaws.protocol.AwsException;

/** CloudWatch's errors, by the names its Query protocol has. */
public final class MetricErrors {
  private MetricErrors() {}

  public static AwsException invalid(String why) {
    return new AwsException(400, "InvalidParameterValue", why);
  }

  /** Parameters that do not go together. */
  public static AwsException combination(String why) {
    return new AwsException(400, "InvalidParameterCombination", why);
  }

  public static AwsException missing(String why) {
    return new AwsException(400, "MissingParameter", why);
  }

  public static AwsException validation(String why) {
    return new AwsException(400, "ValidationError", why);
  }

  public static AwsException notFound(String why) {
    return new AwsException(404, "ResourceNotFoundException", why);
  }
}
