package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;

/** The counters as meters, {@code tidewatch.alert.delivered} and {@code .undelivered}. */
public final class DeliveryMeters implements DeliveryCounter {
  private final MeterRegistry registry;

  public DeliveryMeters(MeterRegistry registry) {
    this.registry = requireNonNull(registry, "registry");
  }

  @Override
  public void delivered(String alertArn) {
    registry.counter("tidewatch.alert.delivered", "alert", alertArn).increment();
  }

  @Override
  public void undelivered(String alertArn) {
    registry.counter("tidewatch.alert.undelivered", "alert", alertArn).increment();
  }
}
