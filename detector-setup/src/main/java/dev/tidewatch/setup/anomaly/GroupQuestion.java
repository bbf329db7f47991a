package dev.tidewatch.setup.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/**
 * Which anomaly groups somebody wants to see.
 *
 * @param severity the lowest, 0 to 100
 * @param since those that lasted then or later
 * @param measure those of one measure
 * @param most how many at most, the newest first
 */
public record GroupQuestion(
    int severity, Optional<Instant> since, Optional<String> measure, int most) {
  public GroupQuestion {
    requireNonNull(since, "since");
    requireNonNull(measure, "measure");
    if (severity < 0 || severity > 100) {
      throw new IllegalArgumentException("a severity is 0 to 100, not " + severity);
    }
    if (most < 1) {
      throw new IllegalArgumentException("at least one group is shown, not " + most);
    }
  }

  boolean fits(AnomalyGroupSummary group) {
    boolean late = since.map(time -> !ApiTime.read(group.endTime()).isBefore(time)).orElse(true);
    return late && measure.map(group.primaryMetricName()::equals).orElse(true);
  }
}
