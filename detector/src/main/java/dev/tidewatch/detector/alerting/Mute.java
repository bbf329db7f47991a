package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.util.Map;

/**
 * Somebody's wish to hear nothing for a while.
 *
 * @param measure of which; empty: any, and missing data as well if the scope is empty
 * @param scope of what part; empty: all
 * @param until when people hear of it again
 * @param giver the access key or user
 */
public record Mute(
    long id, long detector, String measure, Scope scope, Instant until, String giver) {
  public Mute {
    requireNonNull(measure, "measure");
    requireNonNull(scope, "scope");
    requireNonNull(until, "until");
    requireNonNull(giver, "giver");
  }

  /** Whether all of a group lies in what is muted. */
  boolean covers(GroupChange change) {
    return (measure.isEmpty() || measure.equals(change.after().measure()))
        && (within(change.after().scope())
            || (!change.series().isEmpty()
                && change.series().stream().allMatch(series -> within(series.scope()))));
  }

  boolean coversMissingData() {
    return measure.isEmpty() && scope.values().isEmpty();
  }

  private boolean within(Scope part) {
    Map<String, String> values = part.values();
    return values.entrySet().containsAll(scope.values().entrySet());
  }
}
