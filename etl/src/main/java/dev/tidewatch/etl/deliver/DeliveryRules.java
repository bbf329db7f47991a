package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How intervals are closed and published.
 *
 * @param idleAfter how long nothing arrives in a shard before it no longer holds intervals open;
 *     zero for a run that ends when all is read
 * @param parallelWrites how many intervals are written at once when many close, as in a back-fill
 */
public record DeliveryRules(Duration idleAfter, TooManyRows tooManyRows, int parallelWrites) {
  /** Half a minute; one new dimension value must not stop all metrics; eight at once. */
  public static final DeliveryRules DEFAULT =
      new DeliveryRules(Duration.ofSeconds(30), TooManyRows.TOP, 8);

  public DeliveryRules {
    requireNonNull(idleAfter, "idleAfter");
    requireNonNull(tooManyRows, "tooManyRows");
    if (idleAfter.isNegative()) {
      throw new IllegalArgumentException("idleAfter is not negative, as " + idleAfter + " is");
    }
    if (parallelWrites < 1) {
      throw new IllegalArgumentException("parallelWrites is at least 1, not " + parallelWrites);
    }
  }

  public DeliveryRules withIdleAfter(Duration idleAfter) {
    return new DeliveryRules(idleAfter, tooManyRows, parallelWrites);
  }

  public DeliveryRules withTooManyRows(TooManyRows tooManyRows) {
    return new DeliveryRules(idleAfter, tooManyRows, parallelWrites);
  }

  public DeliveryRules withParallelWrites(int parallelWrites) {
    return new DeliveryRules(idleAfter, tooManyRows, parallelWrites);
  }
}
