package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.sns.SnsClient;

/** Topics and functions, each by its own client; region and credentials are the SDK's to find. */
public final class AwsTargets implements Target, AutoCloseable {
  private static final ClientOverrideConfiguration PATIENCE =
      ClientOverrideConfiguration.builder()
          .apiCallAttemptTimeout(Duration.ofSeconds(10))
          .apiCallTimeout(Duration.ofSeconds(20))
          .build();

  private final SnsClient sns;
  private final LambdaClient lambda;
  private final Target topics;
  private final Target functions;

  /** Closes the clients when it is closed. */
  public AwsTargets(SnsClient sns, LambdaClient lambda) {
    this.sns = requireNonNull(sns, "sns");
    this.lambda = requireNonNull(lambda, "lambda");
    this.topics = new SnsTarget(sns);
    this.functions = new LambdaTarget(lambda);
  }

  /** With clients from the SDK's default chain. */
  public static AwsTargets open() {
    return new AwsTargets(
        SnsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(PATIENCE)
            .build(),
        LambdaClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(PATIENCE)
            .build());
  }

  @Override
  public String deliver(Recipient recipient, Parcel parcel) throws Undeliverable {
    Target target = recipient.type() == AlertType.LAMBDA ? functions : topics;
    return target.deliver(recipient, parcel);
  }

  @Override
  public void close() {
    sns.close();
    lambda.close();
  }
}
