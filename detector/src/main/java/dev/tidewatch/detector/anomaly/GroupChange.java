package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What an interval did to a group that people may be told of.
 *
 * @param before the group as it was before the interval; none when it is new to people
 * @param after as it is now
 * @param series its anomalous series so far, the worst first
 * @param relations its causes, then its effects
 */
public record GroupChange(
    Optional<FoundGroup> before,
    FoundGroup after,
    List<FoundSeries> series,
    List<FoundRelation> relations) {
  public GroupChange {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    series = List.copyOf(series);
    relations = List.copyOf(relations);
  }
}
