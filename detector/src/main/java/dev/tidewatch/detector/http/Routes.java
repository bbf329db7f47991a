package dev.tidewatch.detector.http;

import io.javalin.config.JavalinConfig;

/** A part of what the server answers: the API, its health, its metrics, the console. */
@FunctionalInterface
public interface Routes {
  void addTo(JavalinConfig config);
}
