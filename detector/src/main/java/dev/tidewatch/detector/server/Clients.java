package dev.tidewatch.detector.server;

import dev.tidewatch.detector.intake.s3.S3Clients;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The AWS clients of the process: region, credentials and endpoints are those the SDK finds. Made
 * when they are first needed: most servers need two of the four.
 */
final class Clients implements AutoCloseable {
  /** A message that does not get through is sent again later: no reason to wait long for it. */
  private static final ClientOverrideConfiguration PATIENCE =
      ClientOverrideConfiguration.builder()
          .apiCallAttemptTimeout(Duration.ofSeconds(10))
          .apiCallTimeout(Duration.ofSeconds(20))
          .build();

  private @Nullable S3Client s3;
  private @Nullable SnsClient sns;
  private @Nullable LambdaClient lambda;
  private @Nullable CloudWatchClient cloudWatch;

  synchronized S3Client s3() {
    S3Client known = s3 == null ? S3Clients.fromEnvironment() : s3;
    s3 = known;
    return known;
  }

  synchronized SnsClient sns() {
    SnsClient known =
        sns == null
            ? SnsClient.builder().httpClientBuilder(http()).overrideConfiguration(PATIENCE).build()
            : sns;
    sns = known;
    return known;
  }

  synchronized LambdaClient lambda() {
    LambdaClient known =
        lambda == null
            ? LambdaClient.builder()
                .httpClientBuilder(http())
                .overrideConfiguration(PATIENCE)
                .build()
            : lambda;
    lambda = known;
    return known;
  }

  synchronized CloudWatchClient cloudWatch() {
    CloudWatchClient known =
        cloudWatch == null
            ? CloudWatchClient.builder().httpClientBuilder(http()).build()
            : cloudWatch;
    cloudWatch = known;
    return known;
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(5))
        .socketTimeout(Duration.ofSeconds(30));
  }

  @Override
  public synchronized void close() {
    for (AutoCloseable client : new AutoCloseable[] {s3, sns, lambda, cloudWatch}) {
      if (client != null) {
        Closing.quietly(client);
      }
    }
  }
}
