package dev.tidewatch.setup.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/**
 * Which groups somebody wants to see.
 *
 * @param severity the least severity, 0 to 100
 * @param since those that ended before are left out
 * @param measure the only measure, if there is to be one
 */
public record GroupFilter(int severity, Optional<Instant> since, Optional<String> measure) {
  /** Every group. */
  public static final GroupFilter ALL = new GroupFilter(0, Optional.empty(), Optional.empty());

  public GroupFilter {
    requireNonNull(since, "since");
    requireNonNull(measure, "measure");
    if (severity < 0 || severity > 100) {
      throw new IllegalStateException("severity " + severity + " is not within 0 to 100");
    }
  }

  /** Whether a group is one of them. */
  public boolean test(AnomalyGroupSummary group) {
    return group.anomalyGroupScore() >= severity
        && measure.filter(name -> !name.equals(group.primaryMetricName())).isEmpty()
        && since.filter(from -> end(group).isBefore(from)).isEmpty();
  }

  /** The start of a group's last interval; the API writes {@code 2026-11-20T10:05Z[UTC]}. */
  private static Instant end(AnomalyGroupSummary group) {
    return ZonedDateTime.parse(group.endTime()).toInstant();
  }
}
