package dev.tidewatch.generator.timeline;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time a run takes itself to be in: it begins somewhere and passes faster than real time, or
 * just as fast.
 *
 * @param clock real time
 * @param realStart when the run is started
 * @param start where its own time begins
 * @param speed how much faster its time passes
 */
public record RunClock(Clock clock, Instant realStart, Instant start, double speed) {
  private static final double MAX_SPEED = 1e9;

  public RunClock {
    requireNonNull(clock, "clock");
    requireNonNull(realStart, "realStart");
    requireNonNull(start, "start");
    if (!(speed > 0 && speed <= MAX_SPEED)) {
      throw new IllegalArgumentException("a speed is above 0 and at most 1e9, not " + speed);
    }
  }

  /** How long to wait until an instant of the run's time; zero or less when it has come. */
  public Duration until(long epochNanos) {
    double ahead = (epochNanos - EpochNanos.of(start)) / speed;
    Duration passed = Duration.between(realStart, clock.instant());
    return Duration.ofNanos((long) ahead).minus(passed);
  }
}
