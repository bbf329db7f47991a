package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.alerting.DeliveryMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dashboards are built on these names: who changes one changes docs/detector.md, too. */
class MetricNamesTest {
  private static final List<String> NAMES =
      List.of(
          "tidewatch_executions_started_total",
          "tidewatch_executions_succeeded_total",
          "tidewatch_executions_failed_total",
          "tidewatch_alert_delivered_total",
          "tidewatch_alert_undelivered_total");

  @Test
  void areThoseTheDocumentNames() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    RunMeters runs = new RunMeters(registry);
    runs.started("shop");
    runs.succeeded("shop");
    runs.failed("shop");
    DeliveryMeters deliveries = new DeliveryMeters(registry);
    deliveries.delivered("arn");
    deliveries.undelivered("arn");

    String document = Files.readString(Path.of("../docs/detector.md"));
    for (String name : NAMES) {
      String label = name.contains("alert") ? "alert=\"arn\"" : "detector=\"shop\"";
      assertThat(registry.scrape()).contains(name + "{" + label + "} 1.0");
      assertThat(document).contains("`" + name + "`");
    }
    // FrontTest scrapes these from a server.
    assertThat(document)
        .contains("`tidewatch_api_requests_seconds`", "`tidewatch_api_requests_in_flight`");
  }
}
