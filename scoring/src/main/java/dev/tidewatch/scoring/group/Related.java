package dev.tidewatch.scoring.group;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.relation.Relation;

/**
 * A measure that caused an anomaly group, or that it affects.
 *
 * @param relation which of both
 * @param contributionPercent of a cause: how much of the anomaly began with it, 0 to 100; what the
 *     causes leave of 100 is unknown. Of an effect: how much of its deviation the anomaly explains
 * @param lag by how many intervals the effect follows its cause, from 0
 */
public record Related(String measure, Relation relation, double contributionPercent, int lag) {
  public Related {
    requireNonNull(measure, "measure");
    requireNonNull(relation, "relation");
  }
}
