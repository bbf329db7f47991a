package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.LambdaConfiguration;
import software.amazon.awssdk.services.lookoutmetrics.model.SNSConfiguration;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/**
 * Where an alert's messages go.
 *
 * @param format of the message; a function always gets JSON
 * @param arn of the topic or function
 * @param roleArn kept for those who can assume it; {@link Target}s of this server cannot
 */
public record Recipient(AlertType type, SnsFormat format, String arn, String roleArn) {
  public Recipient {
    requireNonNull(type, "type");
    requireNonNull(format, "format");
    requireNonNull(arn, "arn");
    requireNonNull(roleArn, "roleArn");
  }

  /** Whom an action reaches. */
  public static Recipient of(Action action) {
    SNSConfiguration sns = action.snsConfiguration();
    if (sns != null) {
      SnsFormat format = sns.snsFormat() == null ? SnsFormat.JSON : sns.snsFormat();
      return new Recipient(AlertType.SNS, format, sns.snsTopicArn(), sns.roleArn());
    }
    LambdaConfiguration lambda = action.lambdaConfiguration();
    return new Recipient(AlertType.LAMBDA, SnsFormat.JSON, lambda.lambdaArn(), lambda.roleArn());
  }
}
