package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.TooManyRows;
import java.time.Duration;

/**
 * How the job behaves.
 *
 * @param trigger how often a batch starts
 * @param availableNow whether to end when what was there at the start is read
 * @param idleAfter when a shard without new records stops holding intervals open
 * @param maxAhead how far after its arrival a record may be dated
 * @param maxAge how long before its arrival a record may be dated
 * @param addUp whether records of one interval and dimension combination become one row
 * @param tooManyRows what happens to an interval beyond the detector's row quota
 * @param lease how long a job that has stopped telling is taken to be alive
 * @param adopt whether a new checkpoint may go on with the output of another one
 * @param emf whether metrics are printed in CloudWatch's embedded format
 * @param sentences whether batches are logged in sentences instead of JSON
 */
public record JobRules(
    Duration trigger,
    boolean availableNow,
    Duration idleAfter,
    Duration maxAhead,
    Duration maxAge,
    boolean addUp,
    TooManyRows tooManyRows,
    Duration lease,
    boolean adopt,
    boolean emf,
    boolean sentences) {
  public JobRules {
    checkPositive("trigger", trigger);
    checkPositive("maxAge", maxAge);
    checkPositive("lease", lease);
    checkNotNegative("idleAfter", idleAfter);
    checkNotNegative("maxAhead", maxAhead);
  }

  private static void checkPositive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " is longer than nothing, not " + duration);
    }
  }

  private static void checkNotNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is not negative, as " + duration + " is");
    }
  }
}
