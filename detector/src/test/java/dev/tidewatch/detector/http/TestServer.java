package dev.tidewatch.detector.http;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.wire.SdkClasses;
import dev.tidewatch.detector.wire.ServiceModel;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsResponse;

/**
 * The front with an answer for every operation that a test may put in, and a gate that remembers.
 */
final class TestServer implements AutoCloseable {
  static final Caller CALLER = new Caller("AKIDEXAMPLE", Role.ADMIN);

  final BlockingQueue<LookoutMetricsRequest> requests = new LinkedBlockingQueue<>();
  final BlockingQueue<SignedRequest> signed = new LinkedBlockingQueue<>();
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  volatile BiFunction<String, LookoutMetricsRequest, LookoutMetricsResponse> answer =
      (operation, request) ->
          SdkClasses.<LookoutMetricsResponse>builder(operation + "Response").build();
  final BlockingQueue<AuditEntry> audit = new LinkedBlockingQueue<>();
  volatile Admission admission = (request, operation, remote) -> CALLER;

  private final LookoutServer server;

  TestServer(Routes... more) {
    this(ServerSettings.on("127.0.0.1", 0), more);
  }

  TestServer(ServerSettings settings, Routes... more) {
    ServiceModel model = ServiceModel.load();
    Operations.Builder operations = Operations.builder();
    model.operations().forEach(operation -> add(operations, operation.name()));
    ApiRoutes api =
        new ApiRoutes(
            model,
            operations.build(),
            this::admit,
            registry,
            new AuditDesk(audit::add, Clock.systemUTC()));
    List<Routes> routes = new ArrayList<>(List.of(more));
    routes.add(api);
    server = LookoutServer.start(settings, routes);
  }

  private void add(Operations.Builder operations, String name) {
    operations.add(
        () -> SdkClasses.<LookoutMetricsRequest>builder(name + "Request"),
        (request, caller) -> {
          requests.add(request);
          return answer.apply(name, request);
        });
  }

  private Caller admit(SignedRequest request, String operation, String remoteAddress) {
    signed.add(request);
    return admission.admit(request, operation, remoteAddress);
  }

  int port() {
    return server.port();
  }

  String url() {
    return server.url();
  }

  LookoutMetricsClient client() {
    return client("AKIDEXAMPLE", "secret");
  }

  LookoutMetricsClient client(String keyId, String secret) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(server.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
