package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;

/**
 * Something people know of a time.
 *
 * @param end without this instant
 * @param measure of which they know it; empty: of any
 * @param anomaly whether something was wrong, or a false alarm
 */
record Label(Instant start, Instant end, String measure, Scope scope, boolean anomaly) {
  Label {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    requireNonNull(measure, "measure");
    requireNonNull(scope, "scope");
  }

  /**
   * Whether a group is about it: the same measure, one scope a part of the other, and the times
   * touch, be it with an interval between them.
   */
  boolean concerns(TrialGroup group, Duration interval) {
    return (measure.isEmpty() || measure.equals(group.measure()))
        && group.isRelatedTo(scope)
        && start.minus(interval).isBefore(group.end())
        && group.start().isBefore(end.plus(interval));
  }
}
