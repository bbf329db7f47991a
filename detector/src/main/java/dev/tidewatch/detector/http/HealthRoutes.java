package dev.tidewatch.detector.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health/live}: the process answers. {@code /health/ready}: all its parts are well. */
public final class HealthRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);
  private static final int UNAVAILABLE = 503;

  private final List<HealthCheck> checks;

  public HealthRoutes(List<HealthCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/health/live", context -> answer(context, 200, status("UP")));
    config.routes.get("/health/ready", this::ready);
  }

  private void ready(Context context) {
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    boolean well = true;
    for (HealthCheck check : checks) {
      Optional<String> trouble = trouble(check);
      well &= trouble.isEmpty();
      parts.put(check.name(), trouble.orElse("UP"));
    }
    ObjectNode answer = status(well ? "UP" : "DOWN");
    answer.set("checks", parts);
    answer(context, well ? 200 : UNAVAILABLE, answer);
  }

  private static Optional<String> trouble(HealthCheck check) {
    try {
      return check.trouble();
    } catch (RuntimeException e) {
      LOG.error("Could not check the health of {}", check.name(), e);
      return Optional.of("could not be checked; the log says why");
    }
  }

  private static ObjectNode status(String word) {
    return JsonNodeFactory.instance.objectNode().put("status", word);
  }

  private static void answer(Context context, int status, ObjectNode document) {
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(document.toString().getBytes(StandardCharsets.UTF_8));
  }
}
