package dev.tidewatch.scoring.rootcause;

import static dev.tidewatch.scoring.rootcause.CellEvidence.STRIDE;

import java.util.Arrays;

/** What to take out of the cells of one cuboid: added up as the evidence was, fine to coarse. */
final class Removal {
  private final int[] cells;
  private final int[] counts;
  private final double[] sums;

  private Removal(int[] cells, int[] counts, double[] sums) {
    this.cells = cells;
    this.counts = counts;
    this.sums = sums;
  }

  /** These leaves, from a cuboid of so many cells. */
  static Removal of(int[] leaves, double[] leafSums, int[] cellOf, int cellCount) {
    Adding adding = new Adding(leaves.length, cellCount);
    for (int leaf : leaves) {
      adding.add(cellOf[leaf], 1, leafSums, leaf);
    }
    return adding.done();
  }

  /** The same from a coarser cuboid. */
  Removal coarser(int[] anyLeaf, int[] cellOf, int cellCount) {
    Adding adding = new Adding(Math.min(cells.length, cellCount), cellCount);
    for (int i = 0; i < cells.length; i++) {
      adding.add(cellOf[anyLeaf[cells[i]]], counts[i], sums, i);
    }
    return adding.done();
  }

  /** Takes it; a cell with nothing left is set to exactly nothing. */
  void takeFrom(double[] cuboidSums, int[] cuboidCounts) {
    for (int i = 0; i < cells.length; i++) {
      int at = cells[i] * STRIDE;
      cuboidCounts[cells[i]] -= counts[i];
      if (cuboidCounts[cells[i]] == 0) {
        Arrays.fill(cuboidSums, at, at + STRIDE, 0);
        continue;
      }
      for (int j = 0; j < STRIDE; j++) {
        cuboidSums[at + j] -= sums[i * STRIDE + j];
      }
    }
  }

  /** The cells it touches; not a copy. */
  int[] cells() {
    return cells;
  }

  private static final class Adding {
    private final int[] slot;
    private final int[] cells;
    private final int[] counts;
    private final double[] sums;
    private int used;

    Adding(int most, int cellCount) {
      this.slot = new int[cellCount];
      this.cells = new int[most];
      this.counts = new int[most];
      this.sums = new double[most * STRIDE];
    }

    void add(int cell, int count, double[] parts, int part) {
      if (slot[cell] == 0) {
        cells[used] = cell;
        slot[cell] = ++used;
      }
      int at = slot[cell] - 1;
      counts[at] += count;
      CellEvidence.add(sums, at, parts, part);
    }

    Removal done() {
      return new Removal(Arrays.copyOf(cells, used), counts, sums);
    }
  }
}
