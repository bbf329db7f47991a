package dev.tidewatch.detector.child;

import java.util.HashMap;
import java.util.Map;

/** What AWS clients of this process find, put back when it is closed. */
public final class ProcessSettings implements AutoCloseable {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3",
          "AWS_ENDPOINT_URL_SNS", "aws.endpointUrlSns",
          "AWS_REGION", "aws.region",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");

  private final Map<String, String> before = new HashMap<>();

  private ProcessSettings() {}

  /** Sets them as an environment has them. */
  public static ProcessSettings of(Map<String, String> environment) {
    ProcessSettings settings = new ProcessSettings();
    PROPERTIES.forEach(
        (variable, property) -> {
          settings.before.put(property, System.getProperty(property, ""));
          System.setProperty(property, environment.get(variable));
        });
    return settings;
  }

  @Override
  public void close() {
    before.forEach(
        (property, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }
}
