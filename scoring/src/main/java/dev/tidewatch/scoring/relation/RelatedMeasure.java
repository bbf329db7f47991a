package dev.tidewatch.scoring.relation;

import static java.util.Objects.requireNonNull;

/**
 * A measure that an anomaly's measure is related to.
 *
 * @param measure its position in the metric set, from 0
 * @param relation what it is to the anomaly
 * @param contributionPercent of a cause: how much of the anomaly's deviation comes from what
 *     happened to this cause itself, and not to the causes of this cause; those of all causes sum
 *     to at most 100, and what is missing is unknown. Of an effect: how much of its deviation the
 *     anomaly explains. 0 to 100.
 * @param lag by how many intervals the effect follows its cause, from 0
 */
public record RelatedMeasure(int measure, Relation relation, double contributionPercent, int lag) {
  public RelatedMeasure {
    requireNonNull(relation, "relation");
    if (measure < 0 || lag < 0 || !(contributionPercent >= 0 && contributionPercent <= 100)) {
      throw new IllegalArgumentException(
          "a related measure has a position and a lag from 0 and a contribution of 0 to 100, not "
              + measure
              + ", "
              + lag
              + ", "
              + contributionPercent);
    }
  }
}
