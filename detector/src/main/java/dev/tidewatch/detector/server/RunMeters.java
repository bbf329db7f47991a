package dev.tidewatch.detector.server;

import dev.tidewatch.detector.schedule.RunCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Runs as the server's metrics. */
record RunMeters(MeterRegistry registry) implements RunCounter {
  @Override
  public void started(String detector) {
    count("started", detector);
  }

  @Override
  public void succeeded(String detector) {
    count("succeeded", detector);
  }

  @Override
  public void failed(String detector) {
    count("failed", detector);
  }

  private void count(String what, String detector) {
    registry.counter("tidewatch.executions." + what, "detector", detector).increment();
  }
}
