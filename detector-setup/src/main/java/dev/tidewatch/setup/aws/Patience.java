package dev.tidewatch.setup.aws;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Repeats calls that fail because AWS has not yet heard everywhere of what was just made, or asks
 * for fewer calls: reads and roles are eventually consistent (contract section 4.1).
 */
public final class Patience {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Duration limit;
  private final Pause pause;

  /** Lets time pass. */
  public interface Pause {
    /** Waits; throws {@link Interrupted} when the process is told to stop meanwhile. */
    void of(Duration time);

    /** Really waits. */
    Pause REAL =
        time -> {
          try {
            Thread.sleep(time.toMillis());
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
          }
        };
  }

  /** The process was told to stop. */
  public static final class Interrupted extends RuntimeException {
    Interrupted() {
      super(
          "stopped; what was done stays, and the same command goes on from there",
          null,
          false,
          false);
    }
  }

  /**
   * @param limit how long a call is repeated
   */
  public Patience(Duration limit, Pause pause) {
    this.limit = limit;
    this.pause = pause;
  }

  /** What is usual: half a minute. */
  public static Patience usual() {
    return new Patience(Duration.ofSeconds(30), Pause.REAL);
  }

  /**
   * The call's answer.
   *
   * @param worthwhile whether a failure may be gone when the call is repeated
   */
  public <T> T call(Supplier<T> call, Predicate<AwsServiceException> worthwhile) {
    Duration waited = Duration.ZERO;
    Duration next = FIRST;
    while (true) {
      try {
        return call.get();
      } catch (AwsServiceException failure) {
        if (waited.compareTo(limit) >= 0
            || !(failure.isThrottlingException() || worthwhile.test(failure))) {
          throw failure;
        }
      }
      pause.of(next);
      waited = waited.plus(next);
      next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }
  }

  /** The call's answer; only throttling is waited for. */
  public <T> T call(Supplier<T> call) {
    return call(call, failure -> false);
  }
}
