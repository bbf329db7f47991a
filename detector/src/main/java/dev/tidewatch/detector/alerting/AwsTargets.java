package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Topics and functions, each by its own client.
 *
 * @param sns asked when there is something for a topic, each time for the same client; closed by
 *     whoever made it
 * @param lambda the same for functions
 */
public record AwsTargets(Supplier<SnsClient> sns, Supplier<LambdaClient> lambda) implements Target {
  public AwsTargets {
    requireNonNull(sns, "sns");
    requireNonNull(lambda, "lambda");
  }

  @Override
  public String deliver(Recipient recipient, Parcel parcel) throws Undeliverable {
    Target target =
        recipient.type() == AlertType.LAMBDA
            ? new LambdaTarget(lambda.get())
            : new SnsTarget(sns.get());
    return target.deliver(recipient, parcel);
  }
}
