package dev.tidewatch.detector.clients;

import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/**
 * Uses up what an access key may call, all the time: who else calls with it is refused soon,
 * however slow the machine is.
 */
final class BusyKey implements AutoCloseable {
  private static final long MILLIS = 50; // ten times what the server allows

  private final LookoutMetricsClient client;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  BusyKey(String url, ServerProcess.Key key) {
    client =
        LookoutMetricsClient.builder()
            .endpointOverride(URI.create(url))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key.id(), key.secret())))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    thread.scheduleWithFixedDelay(this::call, 0, MILLIS, TimeUnit.MILLISECONDS);
  }

  private void call() {
    try {
      client.listAnomalyDetectors(r -> {});
    } catch (SdkException refused) {
      // as it is to be
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    client.close();
  }
}
