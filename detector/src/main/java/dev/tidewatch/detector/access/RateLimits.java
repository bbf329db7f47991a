package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets each access key call so often and no more. What is refused costs nothing. Safe for use by
 * many threads.
 */
public final class RateLimits {
  private final @Nullable RateSettings settings;
  private final LongSupplier nanos;
  private final Map<String, Buckets> byKey = new LatelySeen<>();

  private record Buckets(TokenBucket overall, TokenBucket changes, TokenBucket reads) {}

  private RateLimits(@Nullable RateSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = requireNonNull(nanos, "nanos");
  }

  /**
   * Limits by a clock.
   *
   * @param nanos such as {@link System#nanoTime}
   */
  public static RateLimits of(RateSettings settings, LongSupplier nanos) {
    return new RateLimits(requireNonNull(settings, "settings"), nanos);
  }

  /** No limits. */
  public static RateLimits off() {
    return new RateLimits(null, () -> 0);
  }

  /**
   * Counts a call.
   *
   * @throws RequestRefused when it is one too many
   */
  void count(String keyId, String operation) {
    if (settings != null && !take(settings, keyId, operation)) {
      throw RequestRefused.tooManyRequests(
          "Rate exceeded: access key " + keyId + " calls " + operation + " too often; try again");
    }
  }

  private synchronized boolean take(RateSettings rates, String keyId, String operation) {
    long now = nanos.getAsLong();
    Buckets buckets =
        byKey.computeIfAbsent(
            keyId,
            id ->
                new Buckets(
                    new TokenBucket(rates.overall(), now),
                    new TokenBucket(rates.changes(), now),
                    new TokenBucket(rates.reads(), now)));
    TokenBucket kind = Role.isReading(operation) ? buckets.reads() : buckets.changes();
    boolean both = kind.hasOne(now) && buckets.overall().hasOne(now);
    if (both) {
      kind.takeOne();
      buckets.overall().takeOne();
    }
    return both;
  }
}
