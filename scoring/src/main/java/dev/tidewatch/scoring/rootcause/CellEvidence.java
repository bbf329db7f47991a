package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the leaves of every cell of every cuboid say together, as sums from which the likelihood of
 * any common change follows. The sums of a leaf are written once; coarse cells add up fine ones;
 * leaves that a cause explains are taken out again.
 *
 * <p>There are {@link #SPREADS} blocks of four sums, each for one belief of how far the leaves of a
 * cause spread beyond their forecast's errors: the weights, the weighted drops, their squares, and
 * the logarithms of what else makes a normal density, all relative to the density of an error.
 */
final class CellEvidence {
  /** How many beliefs; the first, of no spread at all, describes leaves nothing happened to. */
  static final int SPREADS = 4;

  static final int WEIGHT = 0;
  static final int DROP = 1;
  static final int SQUARE = 2;
  static final int LOG = 3;
  static final int BLOCK = 4;
  static final int STRIDE = SPREADS * BLOCK;

  /** Of one deviation as in Squeeze's ripple effect; of nearly one; of one direction only. */
  private static final double[] SPREAD = {0, .02, .06, .2};

  private static final double HALF_LOG_TWO_PI = .9189385332046727;

  private final Cuboids cuboids;
  private final double[] leafSums;
  private final double[][] sums;
  private final int[][] count;
  private final int[][] fullCount;

  CellEvidence(Cuboids cuboids, double[] drops, ForecastErrors errors) {
    this.cuboids = cuboids;
    this.leafSums = leafSums(drops, errors);
    this.sums = new double[cuboids.finest() + 1][];
    this.count = new int[sums.length][];
    this.fullCount = new int[sums.length][];
    for (int bits : cuboids.fineToCoarse()) {
      if (bits == cuboids.finest() && cuboids.cells(bits) == drops.length) {
        takeLeavesAsCells(bits);
        continue;
      }
      sums[bits] = new double[cuboids.cells(bits) * STRIDE];
      count[bits] = new int[cuboids.cells(bits)];
      addUp(bits);
      fullCount[bits] = count[bits].clone();
    }
  }

  private static double[] leafSums(double[] drops, ForecastErrors errors) {
    double[] sums = new double[drops.length * STRIDE];
    for (int leaf = 0; leaf < drops.length; leaf++) {
      double scale = errors.scales()[leaf];
      for (int k = 0; k < SPREADS; k++) {
        double variance = variance(k, scale);
        int at = leaf * STRIDE + k * BLOCK;
        double weight = 1 / variance;
        sums[at + WEIGHT] = weight;
        sums[at + DROP] = weight * drops[leaf];
        sums[at + SQUARE] = weight * drops[leaf] * drops[leaf];
        sums[at + LOG] =
            -.5 * Logarithm.of(variance) - HALF_LOG_TWO_PI - errors.logDensities()[leaf];
      }
    }
    return sums;
  }

  private static double variance(int spread, double scale) {
    return SPREAD[spread] * SPREAD[spread] + scale * scale;
  }

  /** Nothing to add up where every leaf is a cell; numbers are given in the order of leaves. */
  private void takeLeavesAsCells(int bits) {
    sums[bits] = leafSums;
    count[bits] = new int[cuboids.cells(bits)];
    Arrays.fill(count[bits], 1);
    fullCount[bits] = count[bits].clone();
  }

  private void addUp(int bits) {
    boolean finest = bits == cuboids.finest();
    int source = cuboids.source(bits);
    int[] target = cuboids.cellOf(bits);
    int[] from = finest ? IntStream.range(0, target.length).toArray() : cuboids.anyLeaf(source);
    double[] parts = finest ? leafSums : sums[source];
    for (int part = 0; part < from.length; part++) {
      int cell = target[from[part]];
      count[bits][cell] += finest ? 1 : count[source][part];
      add(sums[bits], cell, parts, part);
    }
  }

  /** Adds the sums of one cell or leaf to those of another. */
  static void add(double[] sums, int cell, double[] parts, int part) {
    int at = cell * STRIDE;
    int from = part * STRIDE;
    for (int i = 0; i < STRIDE; i++) {
      sums[at + i] += parts[from + i];
    }
  }

  /**
   * Takes leaves out of all cells they are in.
   *
   * @return the cells of each cuboid that changed
   */
  int[][] remove(int[] leaves) {
    Removal[] removals = new Removal[sums.length];
    int[][] changed = new int[sums.length][];
    for (int bits : cuboids.fineToCoarse()) {
      Removal removal =
          bits == cuboids.finest()
              ? Removal.of(leaves, leafSums, cuboids.cellOf(bits), cuboids.cells(bits))
              : removals[cuboids.source(bits)].coarser(
                  cuboids.anyLeaf(cuboids.source(bits)), cuboids.cellOf(bits), cuboids.cells(bits));
      removal.takeFrom(sums[bits], count[bits]);
      removals[bits] = removal;
      changed[bits] = removal.cells();
    }
    return changed;
  }

  /** The sums of all cells of a cuboid, {@link #STRIDE} numbers each; not a copy. */
  double[] sums(int bits) {
    return sums[bits];
  }

  /** How many leaves of a cell are not taken out. */
  int count(int bits, int cell) {
    return count[bits][cell];
  }

  /** How many leaves a cell had before any was taken out. */
  int fullCount(int bits, int cell) {
    return fullCount[bits][cell];
  }

  /** How much likelier a leaf is as one that dropped by so much than as an error, in nats. */
  double leafGain(int leaf, int spread, double drop) {
    return atDrop(leafSums, leaf * STRIDE + spread * BLOCK, drop);
  }

  /** How much likelier the leaves of one block are when all dropped by so much, in nats. */
  static double atDrop(double[] sums, int block, double drop) {
    return sums[block + LOG]
        - .5
            * (sums[block + SQUARE]
                - 2 * drop * sums[block + DROP]
                + drop * drop * sums[block + WEIGHT]);
  }
}
