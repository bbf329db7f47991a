package dev.tidewatch.generator.sink;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/**
 * Clients for {@link KinesisSink}: region, credentials and endpoint as every AWS tool finds them.
 */
public final class KinesisClients {
  private KinesisClients() {}

  /** A client that leaves repeating to the sink, which repeats only what failed and counts it. */
  public static KinesisClient create() {
    return builder().build();
  }

  static KinesisClientBuilder builder() {
    return KinesisClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30)))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  /** What a failed call means for whoever started the program, and what to do. */
  public static String reason(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Unable to load region")) {
      return "no region is set; set AWS_REGION";
    }
    if (message.startsWith("Unable to load credentials")) {
      return "no credentials are found; run aws configure, or set AWS_ACCESS_KEY_ID and"
          + " AWS_SECRET_ACCESS_KEY";
    }
    return failure instanceof SdkClientException
        ? message + "; check the network and AWS_ENDPOINT_URL_KINESIS"
        : message;
  }
}
