package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;

/**
 * Who wants to write, and when a silent writer counts as gone.
 *
 * @param queryId the id in the query's checkpoint
 * @param owner what people find the job by: host and process
 * @param duration a writer that gave no sign for so long is gone; signs are given three times as
 *     often
 */
public record LeaseTerms(
    String queryId, String owner, Duration duration, Clock clock, Pause pause) {
  /** Long enough for a pause of the JVM or a slow store, short enough for a restart. */
  public static final Duration DEFAULT_DURATION = Duration.ofSeconds(15);

  public LeaseTerms {
    requireNonNull(queryId, "queryId");
    requireNonNull(owner, "owner");
    requireNonNull(clock, "clock");
    requireNonNull(pause, "pause");
    if (duration.compareTo(Duration.ofMillis(30)) < 0) {
      throw new IllegalArgumentException("a lease lasts at least 30 ms, not " + duration);
    }
  }

  /** The default duration on the system's clock. */
  public static LeaseTerms of(String queryId, String owner) {
    return new LeaseTerms(queryId, owner, DEFAULT_DURATION, Clock.systemUTC(), Pause.SLEEP);
  }

  Duration heartbeat() {
    return duration.dividedBy(3);
  }
}
