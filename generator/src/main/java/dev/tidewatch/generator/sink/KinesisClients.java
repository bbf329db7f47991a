package dev.tidewatch.generator.sink;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Clients for {@link KinesisSink}: region, credentials and endpoint as every AWS tool finds them.
 */
public final class KinesisClients {
  private KinesisClients() {}

  /** A client that leaves repeating to the sink, which repeats only what failed and counts it. */
  public static KinesisClient create() {
    return KinesisClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30)))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
