package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Failure;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.http.ApiRoutes;
import dev.tidewatch.detector.http.AuditDesk;
import dev.tidewatch.detector.http.LookoutServer;
import dev.tidewatch.detector.http.ServerSettings;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.wire.Paging;
import dev.tidewatch.detector.wire.ServiceModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/**
 * All 30 operations behind a real server, asked by the real client. Detectors move only as far as
 * calls move them; a test puts them into other states itself.
 */
final class LookoutUnderTest implements AutoCloseable {
  static final String KEY_ID = "AKIDEXAMPLE";
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00.25Z");

  final ResourceNames names = new ResourceNames(Account.EXAMPLE);
  final SqliteDatabase database;
  final RecordedActivation activation = new RecordedActivation();
  final KnownPreview preview = new KnownPreview();
  final LookoutMetricsClient client;
  private final LookoutServer server;
  private Instant now = NOW;

  private LookoutUnderTest(Path folder, Quotas quotas) {
    this.database = SqliteDatabase.open(folder.resolve("detector.db"));
    byte[] key = "the key of the tokens".getBytes(StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            database, names, quotas, new Paging(key, Clock.systemUTC()), () -> now, activation);
    this.server =
        LookoutServer.start(
            ServerSettings.on("127.0.0.1", 0),
            List.of(
                new ApiRoutes(
                    ServiceModel.load(),
                    AllOperations.of(surroundings, preview),
                    (request, operation, address) -> new Caller(KEY_ID, Role.ADMIN),
                    new SimpleMeterRegistry(),
                    new AuditDesk(entry -> {}, Clock.systemUTC()))));
    this.client = client(server.url());
  }

  static LookoutUnderTest start(Path folder) {
    return new LookoutUnderTest(folder, Quotas.LOOKOUT);
  }

  private static LookoutMetricsClient client(String url) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(url))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /** As if nothing had ever been asked. */
  void forgetAll() {
    database.change(
        handle -> {
          handle.execute("DELETE FROM detector");
          handle.execute("DELETE FROM tag");
        });
    activation.calls.clear();
    now = NOW;
  }

  void setTime(Instant time) {
    now = time;
  }

  /** Makes a detector of five minutes and answers its ARN. */
  String createDetector(String name) {
    return client
        .createAnomalyDetector(
            request ->
                request
                    .anomalyDetectorName(name)
                    .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT5M")))
        .anomalyDetectorArn();
  }

  /** Adds a dataset named {@code sales} to a detector and answers its ARN. */
  String createMetricSet(String detectorArn) {
    return client.createMetricSet(Examples.continuous(detectorArn).build()).metricSetArn();
  }

  String createMetricSet(CreateMetricSetRequest.Builder request) {
    return client.createMetricSet(request.build()).metricSetArn();
  }

  Detector find(String detectorArn) {
    String name = names.detectorName(detectorArn).orElseThrow();
    return database.read(handle -> Detectors.find(handle, name).orElseThrow());
  }

  void setStatus(String detectorArn, AnomalyDetectorStatus status) {
    long id = find(detectorArn).id();
    database.change(handle -> Detectors.setStatus(handle, id, status, now));
  }

  void fail(String detectorArn, Failure failure) {
    long id = find(detectorArn).id();
    database.change(handle -> Detectors.fail(handle, id, failure, now));
  }

  /** Does what the schedule does with a detector that is being deleted. */
  void finishDeletion(String detectorArn) {
    Detector detector = find(detectorArn);
    database.change(handle -> Detectors.delete(handle, detector, names));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    database.close();
  }
}
