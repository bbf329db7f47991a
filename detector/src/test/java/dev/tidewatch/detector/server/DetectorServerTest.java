package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorServerTest {
  @TempDir Path folder;

  private ServerConfiguration configuration() {
    return ServerConfiguration.defaults().withData(folder.resolve("data")).withPort(0);
  }

  private static HttpResponse<String> ask(DetectorServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void answersForItsHealthAndItsMetricsWithoutASignature() throws Exception {
    try (DetectorServer server = DetectorServer.start(configuration())) {
      assertThat(ask(server, "/health/live").statusCode()).isEqualTo(200);
      assertThat(ask(server, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(ask(server, "/metrics").body()).contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void refusesARequestWithoutASignature() throws Exception {
    try (DetectorServer server = DetectorServer.start(configuration())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.url() + "/ListAnomalyDetectors"))
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("MissingAuthenticationTokenException");
    }
  }

  @Test
  void refusesToListenBeyondThisMachineWithoutKeys() {
    assertThatThrownBy(() -> DetectorServer.start(configuration().withHost("0.0.0.0")))
        .isInstanceOf(RefusedStart.class)
        .hasMessageContaining("there are no access keys")
        .hasMessageContaining("keys create");
  }

  @Test
  void refusesToListenBeyondThisMachineWithoutTls() {
    try (DetectorServer first = DetectorServer.start(configuration())) {
      assertThat(first.port()).isPositive(); // it made the folder
    }
    SecureRandom random = new SecureRandom();
    try (SqliteDatabase database = SqliteDatabase.open(configuration().database())) {
      new StoredAccessKeys(
              database,
              SecretCipher.under(configuration().keyFile(), random),
              random,
              Clock.systemUTC())
          .create(Role.ADMIN, "ann");
    }
    assertThatThrownBy(() -> DetectorServer.start(configuration().withHost("0.0.0.0")))
        .isInstanceOf(RefusedStart.class)
        .hasMessageContaining("without TLS");
  }

  @Test
  void asksForAHostOfThisMachine() {
    assertThatThrownBy(() -> DetectorServer.start(configuration().withHost("no.such.host.invalid")))
        .isInstanceOf(RefusedStart.class)
        .hasMessageContaining("is no address of this machine");
  }

  @Test
  void triesAnAlertThatIsThereOnly() {
    try (DetectorServer server = DetectorServer.start(configuration());
        AlertBench bench = AlertBench.open(configuration())) {
      assertThat(server.port()).isPositive();
      assertThatThrownBy(() -> bench.test("nobody")).hasMessage("there is no alert 'nobody'");
      assertThatThrownBy(() -> bench.history("nobody", 9)).isInstanceOf(RefusedStart.class);
    }
  }
}
