package dev.tidewatch.setup.aws;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of a command, each made when it is first needed. Region, credentials and endpoints
 * are those the SDK finds; the detector server's access key may differ from AWS's and is then in
 * {@code TIDEWATCH_ACCESS_KEY_ID}, {@code TIDEWATCH_SECRET_ACCESS_KEY} and {@code
 * TIDEWATCH_SESSION_TOKEN}.
 */
public final class Clients implements AutoCloseable {
  private final Supplier<Optional<AwsCredentialsProvider>> detectorKey;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable LookoutMetricsClient lookout;
  private @Nullable S3Client s3;
  private @Nullable SnsClient sns;
  private @Nullable SqsClient sqs;
  private @Nullable IamClient iam;
  private @Nullable StsClient sts;
  private @Nullable KinesisClient kinesis;
  private @Nullable CloudWatchClient cloudWatch;
  private @Nullable CloudWatchClient cloudWatchOnce;
  private @Nullable EventBridgeClient eventBridge;
  private @Nullable LambdaClient lambda;

  public Clients() {
    this.detectorKey = Clients::keyOfEnvironment;
  }

  private static Optional<AwsCredentialsProvider> keyOfEnvironment() {
    String id = System.getenv("TIDEWATCH_ACCESS_KEY_ID");
    String secret = System.getenv("TIDEWATCH_SECRET_ACCESS_KEY");
    String token = System.getenv("TIDEWATCH_SESSION_TOKEN");
    if (id == null || secret == null) {
      return Optional.empty();
    }
    return Optional.of(
        StaticCredentialsProvider.create(
            token == null
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, token)));
  }

  public LookoutMetricsClient lookout() {
    if (lookout == null) {
      var builder = LookoutMetricsClient.builder();
      detectorKey.get().ifPresent(builder::credentialsProvider);
      lookout = opened(patient(builder).build());
    }
    return lookout;
  }

  public S3Client s3() {
    if (s3 == null) {
      s3 = opened(patient(S3Client.builder()).forcePathStyle(localS3()).build());
    }
    return s3;
  }

  private static boolean localS3() {
    return System.getenv("AWS_ENDPOINT_URL_S3") != null
        || System.getenv("AWS_ENDPOINT_URL") != null
        || System.getProperty("aws.endpointUrlS3") != null;
  }

  public SnsClient sns() {
    if (sns == null) {
      sns = opened(patient(SnsClient.builder()).build());
    }
    return sns;
  }

  public SqsClient sqs() {
    if (sqs == null) {
      sqs = opened(patient(SqsClient.builder()).build());
    }
    return sqs;
  }

  public IamClient iam() {
    if (iam == null) {
      iam = opened(patient(IamClient.builder()).build());
    }
    return iam;
  }

  public StsClient sts() {
    if (sts == null) {
      sts = opened(patient(StsClient.builder()).build());
    }
    return sts;
  }

  public KinesisClient kinesis() {
    if (kinesis == null) {
      kinesis = opened(patient(KinesisClient.builder()).build());
    }
    return kinesis;
  }

  public CloudWatchClient cloudWatch() {
    if (cloudWatch == null) {
      cloudWatch = opened(patient(CloudWatchClient.builder()).build());
    }
    return cloudWatch;
  }

  public EventBridgeClient eventBridge() {
    if (eventBridge == null) {
      eventBridge = opened(patient(EventBridgeClient.builder()).build());
    }
    return eventBridge;
  }

  public LambdaClient lambda() {
    if (lambda == null) {
      lambda = opened(patient(LambdaClient.builder()).build());
    }
    return lambda;
  }

  /** One that repeats nothing, for calls whose repetition would count twice. */
  public CloudWatchClient cloudWatchOnce() {
    if (cloudWatchOnce == null) {
      cloudWatchOnce =
          opened(
              patient(CloudWatchClient.builder())
                  .overrideConfiguration(
                      told().retryStrategy(DefaultRetryStrategy.doNotRetry()).build())
                  .build());
    }
    return cloudWatchOnce;
  }

  private <C extends AutoCloseable> C opened(C client) {
    opened.push(client);
    return client;
  }

  /**
   * Throttled calls are repeated for half a minute; others soon, so that an endpoint where nobody
   * listens is told within seconds.
   */
  private static RetryStrategy retries() {
    return DefaultRetryStrategy.standardStrategyBuilder()
        .maxAttempts(10)
        .backoffStrategy(
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofMillis(300)))
        .throttlingBackoffStrategy(
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(5)))
        .build();
  }

  private static ClientOverrideConfiguration.Builder told() {
    return ClientOverrideConfiguration.builder()
        .addExecutionInterceptor(new NamesEndpoint())
        .addExecutionInterceptor(new WithoutExpectContinue());
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B patient(
      B builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(60)))
        .overrideConfiguration(told().retryStrategy(retries()).build());
  }

  @Override
  public void close() {
    for (AutoCloseable client : opened) {
      try {
        client.close();
      } catch (Exception ignored) {
        // the process ends anyway
      }
    }
  }
}
