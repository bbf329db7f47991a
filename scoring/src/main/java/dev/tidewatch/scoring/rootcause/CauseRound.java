package dev.tidewatch.scoring.rootcause;

import static dev.tidewatch.scoring.rootcause.CellEvidence.STRIDE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes cause after cause out of the evidence, the most telling first, until what is left are
 * errors. A cell is a cause only when it explains its leaves no worse than the best causes inside
 * it would, their costs paid: the search goes from fine to coarse, and stops where adding more
 * leaves stops paying.
 */
final class CauseRound {
  private static final int MOST_CAUSES = 50;

  private final Cuboids cuboids;
  private final CellEvidence evidence;
  private final ChangeLikelihood likelihood;
  private final ScopeCosts costs;
  private final CauseLift lift;
  private final boolean[] covered;
  private final double[][] alone;
  private final double[][] score;
  private final double[][] inside;
  private final int[][] insideCells;
  private final int[][] leafLeft;
  private final List<FoundCause> found = new ArrayList<>();

  CauseRound(Cuboids cuboids, CellEvidence evidence, CommonErrors common, ScopeCosts costs) {
    this.cuboids = cuboids;
    this.evidence = evidence;
    this.likelihood = new ChangeLikelihood(common);
    this.costs = costs;
    this.covered = new boolean[cuboids.cellOf(0).length];
    this.lift = new CauseLift(cuboids, evidence, costs, covered);
    int count = cuboids.finest() + 1;
    this.alone = new double[count][];
    this.score = new double[count][];
    this.inside = new double[count][];
    this.insideCells = new int[count][];
    this.leafLeft = new int[count][];
    for (int bits = 0; bits < count; bits++) {
      alone[bits] = new double[cuboids.cells(bits)];
      score[bits] = new double[cuboids.cells(bits)];
      leafLeft[bits] = cuboids.anyLeaf(bits).clone();
      judgeAll(bits);
    }
  }

  List<FoundCause> run() {
    Optional<FoundCause> next = best();
    while (next.isPresent() && found.size() < MOST_CAUSES) {
      FoundCause cause = lift.lifted(next.get());
      found.add(cause);
      take(cause);
      next = best();
    }
    return found;
  }

  /**
   * The leaves outside the causes by which leaves dropped or rose at least so much. A lesser one
   * may be an error common to many leaves, and errors are to be learnt from it too.
   */
  int[] leavesOutside(double leastDrop) {
    boolean[] inside = new boolean[covered.length];
    for (FoundCause cause : found) {
      if (Math.abs(cause.drop()) >= leastDrop) {
        int[] cellOf = cuboids.cellOf(cause.bits());
        for (int leaf = 0; leaf < inside.length; leaf++) {
          inside[leaf] |= cellOf[leaf] == cause.cell();
        }
      }
    }
    return IntStream.range(0, inside.length).filter(leaf -> !inside[leaf]).toArray();
  }

  // ---- what a cell is worth by itself

  private void judgeAll(int bits) {
    for (int cell = 0; cell < alone[bits].length; cell++) {
      judge(bits, cell);
    }
  }

  private void judge(int bits, int cell) {
    alone[bits][cell] = 0;
    score[bits][cell] = 0;
    double[] sums = evidence.sums(bits);
    int at = cell * STRIDE;
    int count = evidence.count(bits, cell);
    if (count == 0 || ChangeLikelihood.bound(sums, at) <= costs.siblingCost(bits)) {
      return;
    }
    double plain = ChangeLikelihood.ofAnyChange(sums, at) - costs.cost(bits);
    double best = Math.max(plain, asSibling(bits, sums, at));
    if (best > 0 && best > likelihood.ofErrors(sums, at, count)) {
      alone[bits][cell] = Math.max(0, plain);
      score[bits][cell] = best;
    }
  }

  /** As one more of the causes of its cuboid: what broke them breaks it by the same part. */
  private double asSibling(int bits, double[] sums, int at) {
    double best = Double.NEGATIVE_INFINITY;
    for (FoundCause sibling : found) {
      if (sibling.bits() == bits) {
        best = Math.max(best, ChangeLikelihood.ofChange(sums, at, sibling.drop()));
      }
    }
    return best - costs.siblingCost(bits);
  }

  // ---- the most telling of the cells that explain themselves

  private Optional<FoundCause> best() {
    FoundCause best = new FoundCause(0, 0, 0, 0);
    for (int bits : cuboids.fineToCoarse()) {
      best = better(best, bestOf(bits));
    }
    if (best.gain() <= 0) {
      return Optional.empty();
    }
    double drop = ChangeLikelihood.drop(evidence.sums(best.bits()), best.cell() * STRIDE);
    return Optional.of(new FoundCause(best.bits(), best.cell(), drop, best.gain()));
  }

  /** The later of equals, which has no more dimensions. */
  private static FoundCause better(FoundCause known, FoundCause other) {
    return other.gain() >= known.gain() ? other : known;
  }

  private FoundCause bestOf(int bits) {
    FoundCause best = new FoundCause(bits, 0, 0, 0);
    double[] parts = insideChildren(bits);
    for (int cell : cellsWithCauses(parts, score[bits])) {
      double own = isNameable(bits, cell) ? score[bits][cell] : 0;
      parts[cell] = Math.max(parts[cell], Math.min(own, alone[bits][cell]));
      if (own >= parts[cell] && own > best.gain()) {
        best = new FoundCause(bits, cell, 0, own);
      }
    }
    inside[bits] = parts;
    insideCells[bits] = cellsWithCauses(parts, parts);
    return best;
  }

  private static int[] cellsWithCauses(double[] parts, double[] own) {
    int[] cells = new int[parts.length];
    int count = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      if (parts[cell] > 0 || own[cell] > 0) {
        cells[count++] = cell;
      }
    }
    return Arrays.copyOf(cells, count);
  }

  /** The most that causes inside each cell explain, split by whichever dimension is best. */
  private double[] insideChildren(int bits) {
    double[] best = new double[cuboids.cells(bits)];
    int[] cellOf = cuboids.cellOf(bits);
    for (int child : cuboids.children(bits)) {
      double[] sum = new double[best.length];
      int[] anyLeaf = cuboids.anyLeaf(child);
      for (int cell : insideCells[child]) {
        sum[cellOf[anyLeaf[cell]]] += inside[child][cell];
      }
      for (int cell = 0; cell < best.length; cell++) {
        best[cell] = Math.max(best[cell], sum[cell]);
      }
    }
    return best;
  }

  /**
   * Whether what is left of a cell is more than one of its parts: else that part is the name. The
   * whole is the cause of all or of nothing.
   */
  private boolean isNameable(int bits, int cell) {
    int left = evidence.count(bits, cell);
    int full = evidence.fullCount(bits, cell);
    if (left == full) {
      return true;
    }
    return bits != 0
        && cuboids.children(bits).stream().noneMatch(child -> isAllIn(child, bits, cell, left));
  }

  /** Whether all leaves left of a cell are in one smaller cell of this child cuboid. */
  private boolean isAllIn(int child, int bits, int cell, int left) {
    int part = cuboids.cellOf(child)[leafLeft(bits, cell)];
    return evidence.count(child, part) == left
        && evidence.fullCount(child, part) < evidence.fullCount(bits, cell);
  }

  /** A leaf left of a cell; leaves before the last one given are gone for good. */
  private int leafLeft(int bits, int cell) {
    int[] cellOf = cuboids.cellOf(bits);
    int leaf = leafLeft[bits][cell];
    while (covered[leaf] || cellOf[leaf] != cell) {
      leaf++;
    }
    leafLeft[bits][cell] = leaf;
    return leaf;
  }

  // ---- what a found cause leaves behind

  private void take(FoundCause cause) {
    int[] cellOf = cuboids.cellOf(cause.bits());
    int[] leaves =
        IntStream.range(0, cellOf.length)
            .filter(leaf -> cellOf[leaf] == cause.cell() && !covered[leaf])
            .toArray();
    for (int leaf : leaves) {
      covered[leaf] = true;
    }
    int[][] changed = evidence.remove(leaves);
    for (int bits = 0; bits < changed.length; bits++) {
      for (int cell : changed[bits]) {
        judge(bits, cell);
      }
    }
    judgeAll(cause.bits());
  }
}
