package dev.tidewatch.etl.asl;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where Kinesis is, for a package that has to be told: from the same settings as the SDK of the job
 * takes it from, but for an endpoint in the profile file.
 */
record KinesisPlace(String region, String endpoint) {
  KinesisPlace {
    requireNonNull(region, "region");
    requireNonNull(endpoint, "endpoint");
  }

  static KinesisPlace find() {
    String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return new KinesisPlace(
        region, configured().orElse("https://kinesis." + region + "." + domain));
  }

  private static Optional<String> configured() {
    return Stream.of(
            System.getProperty("aws.endpointUrlKinesis"),
            System.getenv("AWS_ENDPOINT_URL_KINESIS"),
            System.getProperty("aws.endpointUrl"),
            System.getenv("AWS_ENDPOINT_URL"))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
