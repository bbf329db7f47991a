package dev.tidewatch.consolecheck.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until somebody moves it: a world is the same whenever it is looked at. */
final class WorldClock extends Clock {
  private volatile Instant now;

  WorldClock(Instant now) {
    this.now = now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a world's clock shows UTC");
  }
}
