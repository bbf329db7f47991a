package dev.tidewatch.scoring.feedback;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.feedback.Adjustment.Influence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Remembers what analysts said of anomalies and moves the severity of later ones that look alike:
 * the more alike, and the more often said, the further. An opinion weighs the square of its
 * likeness, and together they move no further than the closest of them reaches: a hundred that are
 * remotely alike are no match for one of the very same thing.
 *
 * <p>Feedback is a matter of opinion and stays within bounds: it takes at most {@value #MOST_TAKEN}
 * points and adds at most {@value #MOST_ADDED}, fewer to severities under {@value
 * #FULLY_RAISED_FROM}, so that nothing under 35 becomes an alert of 50. The answer depends on the
 * set of opinions only, not on their order, and says which of them moved it. Not for use by several
 * threads at once.
 */
public final class Feedback {
  private static final double MOST_TAKEN = 40;
  private static final double MOST_ADDED = 20;
  private static final double FULLY_RAISED_FROM = 50;
  private static final double LEAST_LIKENESS = 0.1;

  private final Likeness likeness;
  private final NavigableMap<JudgedSeries, Opinion> opinions = new TreeMap<>();

  /**
   * @param zone on whose clocks hours and weekdays are alike
   */
  public Feedback(ZoneId zone) {
    this.likeness = new Likeness(requireNonNull(zone, "zone"));
  }

  /** Remembers an opinion, in place of an earlier one about the same series of the same group. */
  public void give(Opinion opinion) {
    opinions.put(opinion.judged(), opinion);
  }

  /** What is to be told instead of this severity. */
  public Adjustment adjust(double severity, SeriesAnomaly anomaly) {
    return adjust(severity, anomaly, List.copyOf(opinions.values()));
  }

  /**
   * The same for an anomaly of a group that may have been judged already: what was said of it is
   * about what was told, and moves others only.
   *
   * @param group its id
   */
  public Adjustment adjust(double severity, SeriesAnomaly anomaly, String group) {
    return adjust(
        severity,
        anomaly,
        opinions.values().stream()
            .filter(opinion -> !opinion.judged().group().equals(group))
            .toList());
  }

  private Adjustment adjust(double severity, SeriesAnomaly anomaly, List<Opinion> heard) {
    List<Influence> influences = new ArrayList<>();
    for (Opinion opinion : heard) {
      double alike = likeness.of(anomaly, opinion);
      if (alike >= LEAST_LIKENESS) {
        influences.add(new Influence(opinion.judged(), opinion.relevant(), alike));
      }
    }
    influences.sort(
        Comparator.comparingDouble(Influence::likeness)
            .reversed()
            .thenComparing(Influence::judged));
    return new Adjustment(severity, moved(severity, influences), influences);
  }

  private static double moved(double severity, List<Influence> influences) {
    double evidence = 0;
    double closestFor = 0;
    double closestAgainst = 0;
    for (Influence influence : influences) {
      double weight = influence.likeness() * influence.likeness();
      if (influence.relevant()) {
        evidence += weight;
        closestFor = Math.max(closestFor, weight);
      } else {
        evidence -= weight;
        closestAgainst = Math.max(closestAgainst, weight);
      }
    }
    double belief = 1 - StrictMath.exp(-Math.abs(evidence));
    if (evidence < 0) {
      return Math.max(0, severity - MOST_TAKEN * closestAgainst * belief);
    }
    double room = Math.min(1, severity / FULLY_RAISED_FROM);
    return Math.min(100, severity + MOST_ADDED * closestFor * room * belief);
  }
}
