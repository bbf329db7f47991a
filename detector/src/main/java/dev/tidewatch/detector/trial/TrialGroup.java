package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A group that a trial found.
 *
 * @param end of its last anomalous interval, exclusive
 * @param scope dimension to value; empty: the total
 * @param severity 0 to 100
 * @param percent by how much it was off at its worst; NaN when nothing was expected
 */
public record TrialGroup(
    String id,
    String measure,
    Map<String, String> scope,
    Instant start,
    Instant end,
    double severity,
    double percent) {
  public TrialGroup {
    requireNonNull(id, "id");
    requireNonNull(measure, "measure");
    scope = Collections.unmodifiableMap(new LinkedHashMap<>(scope));
    requireNonNull(start, "start");
    requireNonNull(end, "end");
  }

  static TrialGroup of(FoundGroup group, Duration interval) {
    return new TrialGroup(
        group.id(),
        group.measure(),
        group.scope().values(),
        group.start(),
        group.end().plus(interval),
        group.told(),
        group.peak().percent());
  }

  /** Whether a scope is a part of this group's, or this one's of that, or both cross. */
  boolean isRelatedTo(Scope other) {
    return other.values().entrySet().stream()
        .allMatch(
            each -> scope.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /** Whether it is the same event as another trial's. */
  boolean matches(TrialGroup other) {
    return measure.equals(other.measure)
        && start.isBefore(other.end)
        && other.start.isBefore(end)
        && isRelatedTo(new Scope(other.scope));
  }

  /** How long both last at once. */
  Duration overlap(TrialGroup other) {
    Instant from = start.isAfter(other.start) ? start : other.start;
    Instant to = end.isBefore(other.end) ? end : other.end;
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }
}
