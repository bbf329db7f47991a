package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.util.List;

/**
 * What was anomalous in one measure over one run of intervals.
 *
 * @param number counted from 1 in the order in which the measure's groups opened; with the measure
 *     it tells a group from all others, for as long as the engine and its snapshots live
 * @param start of its first anomalous interval
 * @param end of its last anomalous interval, its start
 * @param severity the highest so far, 0 to 100: 50 is what a healthy metric set shows once in four
 *     days, however many series it has, see {@link GroupSettings}
 * @param scope what explains the change
 * @param contributions per dimension value
 * @param related the measures that caused it, largest contribution first, then those it affects
 */
public record AnomalyGroup(
    String measure,
    long number,
    Instant start,
    Instant end,
    double severity,
    Scope scope,
    List<Contribution> contributions,
    List<Related> related) {
  public AnomalyGroup {
    contributions = List.copyOf(contributions);
    related = List.copyOf(related);
  }

  /** Of which causes and effects are not known yet. */
  public AnomalyGroup(
      String measure,
      long number,
      Instant start,
      Instant end,
      double severity,
      Scope scope,
      List<Contribution> contributions) {
    this(measure, number, start, end, severity, scope, contributions, List.of());
  }

  /** The same, of which causes and effects are known. */
  public AnomalyGroup with(List<Related> related) {
    return new AnomalyGroup(measure, number, start, end, severity, scope, contributions, related);
  }
}
