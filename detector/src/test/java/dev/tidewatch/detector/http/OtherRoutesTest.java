package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.health.Health;
import dev.tidewatch.detector.health.HealthCheck;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherRoutesTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile Optional<String> trouble = Optional.empty();
  private TestServer server;

  @BeforeEach
  void start() {
    server =
        new TestServer(
            new HealthRoutes(new Health(List.of(check()))),
            new MetricsRoutes(registry),
            config -> config.routes.get("/console", context -> context.result("a page")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readyIsAQuestionToEachPart() throws Exception {
    assertThat(get("/health/ready").body())
        .isEqualTo("{\"status\":\"UP\",\"checks\":{\"database\":\"UP\"}}");

    trouble = Optional.of("no space left");
    HttpResponse<String> down = get("/health/ready");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body())
        .isEqualTo("{\"status\":\"DOWN\",\"checks\":{\"database\":\"no space left\"}}");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void aCheckThatFailsIsTrouble() throws Exception {
    trouble = null;

    assertThat(get("/health/ready").body()).contains("could not be checked; the log says why");
  }

  @Test
  void prometheusReadsTheMetrics() throws Exception {
    registry.counter("tidewatch.things").increment();
    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.body()).contains("tidewatch_things_total 1.0");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
  }

  @Test
  void othersMayAddPages() throws Exception {
    assertThat(get("/console").body()).isEqualTo("a page");
    assertThat(server.signed).isEmpty();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private HealthCheck check() {
    return new HealthCheck() {
      @Override
      public String name() {
        return "database";
      }

      @Override
      public Optional<String> trouble() {
        return trouble.map(what -> what);
      }
    };
  }
}
