package dev.tidewatch.scoring.rootcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Our search: the fewest scopes under which the leaves are likeliest. A scope is a cause when its
 * leaves all changed by about the same part (the ripple effect of HotSpot, Sun et al. 2018, and of
 * Squeeze, Li et al. 2019) and errors of the forecast do not explain that, be they of each leaf or
 * common to many. How large errors are it learns from the leaves, with the forecast's own
 * deviations as a lower bound where they are known; so noisy leaves and small counts weigh little
 * by themselves and much together. What naming a scope costs is its description length (Rissanen
 * 1978), in place of thresholds on risk (RiskLoc, Kalander 2022) or explanatory power (Adtributor,
 * Bhagwan et al. 2014).
 *
 * <p>Causes may overlap and may have changed by different parts and in different directions. The
 * whole cube is a cause when everything changed. The score of a cause is in nats: how much likelier
 * the leaves are with it, its description paid.
 */
public final class LikelihoodSearch implements RootCauseSearch {
  private static final int FEWEST_LEAVES = 3;

  /** As many leaves without a cause are needed to look again at what errors are. */
  private static final int FEWEST_HEALTHY = 20;

  /** A cause that moved less than this part of all that moved is not worth a person's time. */
  private static final double LEAST_SHARE = .001;

  @Override
  public List<RootCause> search(LeafTable table) {
    LeafChanges leaves = new LeafChanges(table);
    if (leaves.count() < FEWEST_LEAVES) {
      return List.of();
    }
    Cuboids cuboids = new Cuboids(leaves);
    ScopeCosts costs = new ScopeCosts(cuboids);
    return causes(leaves, cuboids, found(leaves, cuboids, costs));
  }

  private static List<FoundCause> found(LeafChanges leaves, Cuboids cuboids, ScopeCosts costs) {
    ForecastErrors errors = ForecastErrors.firstLook(leaves);
    CellEvidence evidence = new CellEvidence(cuboids, leaves.drops(), errors);
    CommonErrors common = CommonErrors.usual(errors.typicalScale());
    CauseRound first = new CauseRound(cuboids, evidence, common, costs);
    List<FoundCause> found = first.run();
    int[] healthy = first.leavesOutside(errors.typicalScale());
    if (healthy.length < FEWEST_HEALTHY) {
      return found;
    }
    return secondLook(leaves, cuboids, costs, healthy);
  }

  private static List<FoundCause> secondLook(
      LeafChanges leaves, Cuboids cuboids, ScopeCosts costs, int[] healthy) {
    ForecastErrors errors = ForecastErrors.secondLook(leaves, healthy);
    CellEvidence evidence = new CellEvidence(cuboids, leaves.drops(), errors);
    CommonErrors common = CommonErrors.of(cuboids, leaves.drops(), errors, healthy);
    return new CauseRound(cuboids, evidence, common, costs).run();
  }

  private static List<RootCause> causes(
      LeafChanges leaves, Cuboids cuboids, List<FoundCause> found) {
    double[] changes =
        found.stream().mapToDouble(cause -> change(leaves, cuboids, cause)).toArray();
    double all = sumOfMagnitudes(changes, 0);
    double least = LEAST_SHARE * all;
    double kept = sumOfMagnitudes(changes, least);
    List<RootCause> causes = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      if (Math.abs(changes[i]) >= least) {
        FoundCause cause = found.get(i);
        double share = kept == 0 ? 1.0 / changes.length : Math.abs(changes[i]) / kept;
        CauseScope scope = cuboids.scope(cause.bits(), cause.cell());
        causes.add(new RootCause(scope, changes[i], share, cause.gain()));
      }
    }
    causes.sort(
        Comparator.comparingDouble(RootCause::share)
            .reversed()
            .thenComparing(cause -> cause.scope().toString()));
    return List.copyOf(causes);
  }

  private static double sumOfMagnitudes(double[] changes, double least) {
    double sum = 0;
    for (double change : changes) {
      sum += Math.abs(change) >= least ? Math.abs(change) : 0;
    }
    return sum;
  }

  private static double change(LeafChanges leaves, Cuboids cuboids, FoundCause cause) {
    int[] cellOf = cuboids.cellOf(cause.bits());
    double change = 0;
    for (int leaf = 0; leaf < cellOf.length; leaf++) {
      change += cellOf[leaf] == cause.cell() ? leaves.change(leaf) : 0;
    }
    return change;
  }
}
