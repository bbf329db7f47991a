package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.setup.aws.Failures;
import dev.tidewatch.setup.aws.Patience.Interrupted;
import dev.tidewatch.setup.aws.Patience.Pause;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;

/** Publishes intervals as their files come, until it is told to stop. */
public final class Following {
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final int LOOKS_AN_INTERVAL = 5;

  private final Publisher publisher;
  private final Duration interval;
  private final InstantSource clock;
  private final Pause pause;

  /** Who is told how it goes. */
  public interface Listener {
    /** One look at the intervals was done, or cut short. */
    void looked(Tally tally);

    /** Something is out of order, and is tried again. */
    void waits(SdkException failure);
  }

  /**
   * @param pause lets time pass between two looks, and throws {@link Interrupted} to end it
   */
  public Following(Publisher publisher, Blueprint blueprint, InstantSource clock, Pause pause) {
    this.publisher = publisher;
    this.interval = blueprint.cloudWatch().evaluation().period();
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Publishes intervals from an instant on, and returns when told to stop.
   *
   * @throws SdkException when a call fails that would fail again
   */
  public void from(Instant first, Listener listener) {
    Instant from = first;
    try {
      while (true) {
        if (look(from, listener)) {
          from = clock.instant().minus(lookBack());
        }
        pause.of(interval.dividedBy(LOOKS_AN_INTERVAL));
      }
    } catch (Interrupted stopped) {
      // then it is over
    }
  }

  private Duration lookBack() {
    Duration some = interval.multipliedBy(3);
    return LOOK_BACK.compareTo(some) > 0 ? LOOK_BACK : some;
  }

  /** Whether all intervals were looked at. */
  private boolean look(Instant from, Listener listener) {
    Tally tally = new Tally();
    try {
      publisher.publish(publisher.intervals(from, clock.instant()), false, tally, looked -> {});
      return true;
    } catch (SdkException failure) {
      if (!Failures.isPassing(failure)) {
        throw failure;
      }
      listener.waits(failure);
      return false;
    } finally {
      listener.looked(tally);
    }
  }
}
