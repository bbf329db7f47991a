package dev.tidewatch.deploy.request;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Opens the SDK's clients: those that send, or those that only note what they would send. */
public final class Clients {
  private final Optional<Region> region;
  private final Optional<RequestRecorder> recorder;

  private Clients(Optional<Region> region, Optional<RequestRecorder> recorder) {
    this.region = region;
    this.recorder = recorder;
  }

  /**
   * Clients that send, with the credentials, endpoints and region the SDK finds.
   *
   * @param region instead of the one the SDK finds; empty for that
   */
  public static Clients sending(String region) {
    return new Clients(region(region), Optional.empty());
  }

  /** Clients that need no credentials, send nothing, and tell the recorder. */
  public static Clients recording(String region, RequestRecorder recorder) {
    return new Clients(region(region), Optional.of(requireNonNull(recorder, "recorder")));
  }

  private static Optional<Region> region(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty()).map(Region::of);
  }

  /** Whether nothing is sent. */
  public boolean areRecording() {
    return recorder.isPresent();
  }

  /** Opens a client; who opens it closes it. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C open(B builder) {
    region.ifPresent(builder::region);
    if (recorder.isEmpty()) {
      return builder
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(
              settings -> settings.addExecutionInterceptor(new WithoutExpectContinue()))
          .build();
    }
    RequestRecorder noting = recorder.get();
    return builder
        .httpClient(noting)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .overrideConfiguration(settings -> settings.addExecutionInterceptor(noting))
        .build();
  }
}
