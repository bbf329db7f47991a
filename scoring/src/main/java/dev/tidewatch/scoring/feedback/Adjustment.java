package dev.tidewatch.scoring.feedback;

import java.util.List;

/**
 * A severity after feedback, and why.
 *
 * @param before the severity the detector gave, 0 to 100
 * @param after the severity to be told, 0 to 100
 * @param influences the opinions that speak for or against it, the most alike first; empty if none
 */
public record Adjustment(double before, double after, List<Influence> influences) {
  public Adjustment {
    if (!(before >= 0 && before <= 100 && after >= 0 && after <= 100)) {
      throw new IllegalArgumentException(
          "severities are 0 to 100, not " + before + " before and " + after + " after");
    }
    influences = List.copyOf(influences);
  }

  /** How many points feedback added, negative if it took some. */
  public double change() {
    return after - before;
  }

  /**
   * An opinion about a look-alike.
   *
   * @param judged of which series of which group
   * @param relevant whether it speaks for the anomaly
   * @param likeness how alike the two anomalies are, 0 to 1
   */
  public record Influence(JudgedSeries judged, boolean relevant, double likeness) {}
}
