package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who keeps failing: after 20 failures an address is heard again as often as they are
 * forgotten, one every three seconds. Secrets are too long to be guessed; this spares the processor
 * and the log. Behind a proxy all share one address: switch it off there. Safe for use by many
 * threads.
 */
public final class FailedAttempts {
  private static final Rate FAILURES = new Rate(1 / 3.0, 20);

  private final @Nullable LongSupplier nanos;
  private final Map<String, TokenBucket> byAddress = new LatelySeen<>();

  private FailedAttempts(@Nullable LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Counts by a clock.
   *
   * @param nanos such as {@link System#nanoTime}
   */
  public static FailedAttempts of(LongSupplier nanos) {
    return new FailedAttempts(requireNonNull(nanos, "nanos"));
  }

  /** Counts nothing. */
  public static FailedAttempts off() {
    return new FailedAttempts(null);
  }

  /**
   * Refuses an address that failed too often.
   *
   * @throws RequestRefused then
   */
  public synchronized void check(String address) {
    TokenBucket left = byAddress.get(address);
    if (nanos != null && left != null && !left.hasOne(nanos.getAsLong())) {
      throw RequestRefused.tooManyRequests(
          "Too many requests from your address could not be authenticated; try again in a few"
              + " seconds");
    }
  }

  public synchronized void failed(String address) {
    if (nanos != null) {
      long now = nanos.getAsLong();
      TokenBucket left =
          byAddress.computeIfAbsent(address, unseen -> new TokenBucket(FAILURES, now));
      if (left.hasOne(now)) {
        left.takeOne();
      }
    }
  }
}
