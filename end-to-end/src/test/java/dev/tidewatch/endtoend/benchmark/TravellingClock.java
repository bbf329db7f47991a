package dev.tidewatch.endtoend.benchmark;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Stands where it is put, so that hours of a stream can be written in seconds, until let go. */
final class TravellingClock implements InstantSource {
  private volatile Optional<Instant> held = Optional.empty();

  void moveTo(Instant instant) {
    held = Optional.of(instant);
  }

  /** From now on it tells the machine's time. */
  void letGo() {
    held = Optional.empty();
  }

  @Override
  public Instant instant() {
    return held.orElseGet(Instant::now);
  }
}
