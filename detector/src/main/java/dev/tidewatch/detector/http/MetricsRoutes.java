package dev.tidewatch.detector.http;

import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code /metrics}, as Prometheus reads it. */
public final class MetricsRoutes implements Routes {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  public MetricsRoutes(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(
        "/metrics", context -> context.contentType(TEXT).result(registry.scrape(TEXT)));
  }
}
