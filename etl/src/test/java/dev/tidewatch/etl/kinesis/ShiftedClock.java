package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's time, moved. */
final class ShiftedClock implements InstantSource {
  private volatile Duration shift = Duration.ZERO;

  void shiftBy(Duration other) {
    shift = other;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }
}
