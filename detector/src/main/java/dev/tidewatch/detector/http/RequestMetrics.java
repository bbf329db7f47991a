package dev.tidewatch.detector.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests there were, how long they took, how many are being answered. */
final class RequestMetrics {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("tidewatch.api.requests.in.flight", inFlight, AtomicInteger::get)
        .description("Requests being answered now")
        .register(registry);
  }

  Running begin(String operation) {
    inFlight.incrementAndGet();
    return new Running(operation, System.nanoTime());
  }

  /** A request being answered. */
  final class Running {
    private final String operation;
    private final long began;
    private Duration elapsed = Duration.ZERO;

    private Running(String operation, long began) {
      this.operation = operation;
      this.began = began;
    }

    void end(int status) {
      inFlight.decrementAndGet();
      elapsed = Duration.ofNanos(System.nanoTime() - began);
      Timer.builder("tidewatch.api.requests")
          .description("Requests answered, by operation and HTTP status")
          .tag("operation", operation)
          .tag("status", Integer.toString(status))
          .serviceLevelObjectives(BUCKETS)
          .register(registry)
          .record(elapsed);
    }

    Duration elapsed() {
      return elapsed;
    }
  }
}
