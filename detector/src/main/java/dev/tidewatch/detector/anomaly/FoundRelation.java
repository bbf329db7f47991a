package dev.tidewatch.detector.anomaly;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.relation.Relation;
import java.util.Optional;

/**
 * A measure that caused a group, or that it affects.
 *
 * @param contributionPercent 0 to 100
 * @param lag by how many intervals the effect follows its cause
 * @param group the measure's own anomaly group at that time, if it has one
 */
public record FoundRelation(
    String measure,
    Relation relation,
    double contributionPercent,
    int lag,
    Optional<String> group) {
  public FoundRelation {
    requireNonNull(measure, "measure");
    requireNonNull(relation, "relation");
    requireNonNull(group, "group");
  }
}
