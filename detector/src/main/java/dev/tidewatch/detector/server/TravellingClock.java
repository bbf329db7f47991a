package dev.tidewatch.detector.server;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock for demonstrations: it shows another time than the machine's and may run faster.
 * Intervals are run and alerts are sent by it; signatures and certificates keep to the machine's.
 */
public final class TravellingClock extends Clock {
  private final Clock real;
  private final Instant begun;
  private final Instant from;
  private final double speed;

  /**
   * @param from what it shows now
   * @param speed how many seconds pass on it in one
   */
  public TravellingClock(Clock real, Instant from, double speed) {
    this(real, real.instant(), from, speed);
  }

  private TravellingClock(Clock real, Instant begun, Instant from, double speed) {
    if (!(speed > 0 && speed <= 1e6)) {
      throw new IllegalArgumentException("a clock runs 0 to 1,000,000 times as fast, not " + speed);
    }
    this.real = requireNonNull(real, "real");
    this.begun = begun;
    this.from = requireNonNull(from, "from");
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    long passed = Duration.between(begun, real.instant()).toMillis();
    return from.plusMillis((long) (passed * speed));
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new TravellingClock(real.withZone(zone), begun, from, speed);
  }

  /** How long the machine has to wait until this clock shows a time. */
  Duration real(Duration wait) {
    return Duration.ofMillis((long) (wait.toMillis() / speed));
  }
}
