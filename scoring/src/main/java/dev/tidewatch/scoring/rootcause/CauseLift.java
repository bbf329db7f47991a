package dev.tidewatch.scoring.rootcause;

import static dev.tidewatch.scoring.rootcause.CellEvidence.STRIDE;

import java.util.Map;
import java.util.TreeMap;

/**
 * From a part to the whole of a cause: the scope of one dimension less, as long as most of its
 * parts changed alike. Then it is the cause, though a few of its leaves are not like the rest, and
 * the cell is a fragment of it.
 */
final class CauseLift {
  /** The part of a cause's leaves that may be other than the rest. */
  private static final double ODD_LEAVES = .1;

  private static final double LARGEST_EXPONENT = 50;

  private final Cuboids cuboids;
  private final CellEvidence evidence;
  private final ScopeCosts costs;
  private final boolean[] covered;

  /**
   * @param covered the leaves that a cause explains already; looked at anew for every cause
   */
  CauseLift(Cuboids cuboids, CellEvidence evidence, ScopeCosts costs, boolean[] covered) {
    this.cuboids = cuboids;
    this.evidence = evidence;
    this.costs = costs;
    this.covered = covered;
  }

  /** The widest scope of which this cause is a fragment; the cause itself if there is none. */
  FoundCause lifted(FoundCause cause) {
    FoundCause lifted = cause;
    double most = 0;
    for (int parent : cuboids.parents(cause.bits())) {
      double saved = savedBy(parent, cause);
      if (saved > most) {
        most = saved;
        int leaf = cuboids.anyLeaf(cause.bits())[cause.cell()];
        int cell = cuboids.cellOf(parent)[leaf];
        lifted = new FoundCause(parent, cell, cause.drop(), cause.gain() + saved);
      }
    }
    return most > 0 ? lifted(lifted) : cause;
  }

  /** How much shorter it is to name the parent than those of its parts that changed alike. */
  private double savedBy(int parent, FoundCause cause) {
    int[] cellOf = cuboids.cellOf(parent);
    int[] partOf = cuboids.cellOf(cause.bits());
    int cell = cellOf[cuboids.anyLeaf(cause.bits())[cause.cell()]];
    int spread =
        ChangeLikelihood.spread(evidence.sums(cause.bits()), cause.cell() * STRIDE, cause.drop());
    Map<Integer, double[]> parts = new TreeMap<>();
    for (int leaf = 0; leaf < cellOf.length; leaf++) {
      if (cellOf[leaf] == cell && !covered[leaf]) {
        double gain = withOddLeaves(evidence.leafGain(leaf, spread, cause.drop()));
        double[] part = parts.computeIfAbsent(partOf[leaf], key -> new double[2]);
        part[0] += gain;
        part[1]++;
      }
    }
    return saved(parts, parent, cause.bits());
  }

  private double saved(Map<Integer, double[]> parts, int parent, int bits) {
    double saved = -costs.cost(parent);
    double alike = 0;
    double all = 0;
    for (double[] part : parts.values()) {
      saved += Math.min(part[0], costs.cost(bits));
      alike += part[0] > 0 ? part[1] : 0;
      all += part[1];
    }
    return parts.size() > 1 && 3 * alike >= 2 * all ? saved : 0;
  }

  private static double withOddLeaves(double gain) {
    double exponent = Math.min(gain, LARGEST_EXPONENT);
    double mixed = (1 - ODD_LEAVES) * StrictMath.exp(exponent) + ODD_LEAVES;
    return gain - exponent + Logarithm.of(mixed);
  }
}
