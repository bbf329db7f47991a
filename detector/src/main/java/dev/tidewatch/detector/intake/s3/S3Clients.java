package dev.tidewatch.detector.intake.s3;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes the server's S3 client. Region, credentials and endpoint are what the SDK finds in its
 * environment, never what a request says.
 */
public final class S3Clients {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final String AWS = ".amazonaws.com";

  private S3Clients() {}

  /** The client for this process. */
  public static S3Client fromEnvironment() {
    boolean ownEndpoint = hasOwnEndpoint(System.getenv(), System.getProperties());
    return S3Client.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .forcePathStyle(ownEndpoint)
        .build();
  }

  /** Whether S3 is not Amazon's; then buckets have no host names of their own. */
  static boolean hasOwnEndpoint(Map<String, String> environment, Map<?, ?> properties) {
    Optional<String> endpoint =
        Stream.concat(
                List.of("aws.endpointUrlS3", "aws.endpointUrl").stream().map(properties::get),
                List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL").stream().map(environment::get))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .findFirst();
    return endpoint
        .map(URI::create)
        .map(URI::getHost)
        .filter(host -> !host.endsWith(AWS))
        .isPresent();
  }
}
