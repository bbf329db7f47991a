package dev.tidewatch.etl.deliver.store;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.deliver.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what may pass by itself, waiting a random part of an ever longer time between the
 * tries, until a limit is reached. An outage of a quarter of an hour is longer than the few seconds
 * the SDK's own retries bridge, and not a reason to stop a stream.
 *
 * @param limit how long after the first try the last one may begin
 * @param firstDelay the longest wait after the first try; it doubles with each
 * @param longestDelay the longest wait of all
 * @param random numbers from 0 to 1, evenly spread
 */
record Patience(
    Duration limit,
    Duration firstDelay,
    Duration longestDelay,
    InstantSource clock,
    Pause pause,
    DoubleSupplier random) {
  /** How long an outage of a store is borne. */
  static final Duration DEFAULT_LIMIT = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final int DOUBLINGS = 20;

  Patience {
    requireNonNull(limit, "limit");
    requireNonNull(firstDelay, "firstDelay");
    requireNonNull(longestDelay, "longestDelay");
    requireNonNull(clock, "clock");
    requireNonNull(pause, "pause");
    requireNonNull(random, "random");
  }

  static Patience of(Duration limit) {
    return new Patience(
        limit,
        Duration.ofMillis(100),
        Duration.ofSeconds(20),
        InstantSource.system(),
        Pause.SLEEP,
        Math::random);
  }

  /** The attempt's result, or the last failure when it is not passing or lasts too long. */
  <T> T attempt(String what, Supplier<T> attempt, Predicate<RuntimeException> passing) {
    Instant deadline = clock.instant().plus(limit);
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (RuntimeException failure) {
        if (!passing.test(failure) || !clock.instant().isBefore(deadline)) {
          throw failure;
        }
        Duration delay = delayAfter(tries);
        LOG.warn("{} failed, try {} follows in {}: {}", what, tries + 1, delay, failure.toString());
        pause.pauseUnlessInterrupted(delay);
      }
    }
  }

  private Duration delayAfter(int tries) {
    Duration grown = firstDelay.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
    Duration longest = grown.compareTo(longestDelay) < 0 ? grown : longestDelay;
    return Duration.ofMillis((long) (longest.toMillis() * random.getAsDouble()));
  }
}
