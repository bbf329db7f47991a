package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/** The Java SDK. */
final class JavaClient {
  static final String NAME = "Java SDK";

  private JavaClient() {}

  /** Plays the whole scenario. */
  static ClientResult run(Stage stage) {
    Checks checks = new Checks();
    checks.version(VersionInfo.SDK_VERSION);
    try (LookoutMetricsClient admin = client(stage, "SERVER_URL", "ADMIN");
        LookoutMetricsClient viewer = client(stage, "SERVER_URL", "VIEWER");
        LookoutMetricsClient strict = client(stage, "STRICT_URL", "STRICT");
        LookoutMetricsClient busy = client(stage, "STRICT_URL", "BUSY")) {
      JavaDetectors detectors = new JavaDetectors(admin, checks, stage);
      detectors.make();
      detectors.addDatasets();
      detectors.run();
      JavaAlerts alerts = new JavaAlerts(admin, checks, stage, detectors);
      alerts.make();
      new JavaTags(admin, checks)
          .tag(detectors.backtest(), detectors.backtestDataset(), alerts.first());
      checks.step("other", "temporary credentials", () -> listTags(stage, detectors));
      new JavaAnomalies(admin, checks, detectors.backtest()).look();
      new JavaErrors(admin, viewer, strict, busy, checks, detectors).provoke();
      alerts.delete();
      detectors.delete();
    } catch (Checks.ScenarioEnded ended) {
      assertThat(checks.lines()).anyMatch(line -> line.startsWith("failed "));
    }
    return ClientResult.of(NAME, List.copyOf(checks.lines()));
  }

  private static boolean listTags(Stage stage, JavaDetectors detectors) {
    try (LookoutMetricsClient session = client(stage, "SERVER_URL", "SESSION")) {
      return session.listTagsForResource(r -> r.resourceArn(detectors.backtestDataset())).hasTags();
    }
  }

  private static LookoutMetricsClient client(Stage stage, String url, String role) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(stage.setting(url)))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials(stage, role)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  private static AwsCredentials credentials(Stage stage, String role) {
    String id = stage.setting(role + "_KEY_ID");
    String secret = stage.setting(role + "_SECRET");
    String token = stage.setting(role + "_TOKEN");
    return token.isEmpty()
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, token);
  }
}
