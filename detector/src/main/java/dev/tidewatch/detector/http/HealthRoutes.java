package dev.tidewatch.detector.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.health.Health;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /health/live}: the process answers. {@code /health/ready}: all its parts are well. */
public final class HealthRoutes implements Routes {
  private static final int UNAVAILABLE = 503;

  private final Health health;

  public HealthRoutes(Health health) {
    this.health = requireNonNull(health, "health");
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/health/live", context -> answer(context, 200, status("UP")));
    config.routes.get("/health/ready", this::ready);
  }

  private void ready(Context context) {
    List<Health.Part> asked = health.parts();
    boolean well = asked.stream().allMatch(Health.Part::isWell);
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    asked.forEach(part -> parts.put(part.name(), part.trouble().orElse("UP")));
    ObjectNode answer = status(well ? "UP" : "DOWN");
    answer.set("checks", parts);
    answer(context, well ? 200 : UNAVAILABLE, answer);
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
