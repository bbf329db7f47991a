package dev.tidewatch.setup;

import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.server.ConfigurationFile;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AWS and the detector server on this machine, found by every client of the JVM as AWS's own would
 * be: through system properties. One access key is good for all of them.
 */
public final class Station implements AutoCloseable {
  public static final String KEY_ID = "AKIDSETUP0000000001";
  public static final String SECRET = "a-secret-of-the-setup-0123456789abcdefgh";

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "AWS_REGION", "aws.region",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");
  private static final Map<String, String> SERVICES =
      Map.of(
          "S3", "S3",
          "SNS", "Sns",
          "SQS", "Sqs",
          "KINESIS", "Kinesis",
          "IAM", "Iam",
          "STS", "Sts",
          "CLOUDWATCH", "CloudWatch",
          "EVENTBRIDGE", "EventBridge",
          "LOOKOUTMETRICS", "LookoutMetrics");

  private final LocalAws aws;
  private final DetectorServer server;
  private final Map<String, String> environment;

  private Station(LocalAws aws, DetectorServer server, Map<String, String> environment) {
    this.aws = aws;
    this.server = server;
    this.environment = environment;
  }

  /** Starts both; the server keeps its things below the folder, and knows no rates. */
  public static Station start(Path folder) {
    return start(folder, Clock.systemUTC(), "own");
  }

  /** The same with the original's quotas and rates. */
  public static Station startWithTheOriginalsRates(Path folder) {
    return start(folder, Clock.systemUTC(), "lookout");
  }

  private static Station start(Path folder, Clock clock, String limits) {
    LocalAws.Options usual = LocalAws.Options.defaults();
    LocalAws aws =
        LocalAws.start(
            new LocalAws.Options(
                folder.resolve("aws"),
                Map.of(),
                usual.region(),
                "123456789012",
                KEY_ID,
                SECRET,
                usual.clock()));
    Map<String, String> environment = new LinkedHashMap<>(aws.environment());
    environment.forEach(Station::find);
    ServerConfiguration configuration = ConfigurationFile.read(configuration(folder, limits));
    DetectorServer server = DetectorServer.start(configuration, clock, RunObserver.NONE);
    environment.put("AWS_ENDPOINT_URL_LOOKOUTMETRICS", server.url().toString());
    environment.forEach(Station::find);
    return new Station(aws, server, environment);
  }

  private static Path configuration(Path folder, String limits) {
    try {
      Path keys = folder.resolve("keys");
      Files.writeString(
          keys,
          "[setup]\naws_access_key_id = %s\naws_secret_access_key = %s\nrole = admin\n"
              .formatted(KEY_ID, SECRET));
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
      return Files.writeString(
          folder.resolve("detector.yaml"),
          "port: 0\ndata: data\nlimits: %s\naccess: {keys: keys}\n".formatted(limits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code AWS_ENDPOINT_URL_S3} is {@code aws.endpointUrlS3} among system properties. */
  private static void find(String variable, String value) {
    if (!variable.startsWith("AWS_")) {
      return;
    }
    String endpoint = "AWS_ENDPOINT_URL_";
    String property =
        variable.startsWith(endpoint)
            ? "aws.endpointUrl" + SERVICES.getOrDefault(variable.substring(endpoint.length()), "")
            : PROPERTIES.getOrDefault(variable, "");
    if (!property.isEmpty()) {
      System.setProperty(property, value);
    }
  }

  public LocalAws aws() {
    return aws;
  }

  public DetectorServer server() {
    return server;
  }

  /** What a process must find in its environment to reach both. */
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public void close() {
    server.close();
    aws.close();
  }
}
