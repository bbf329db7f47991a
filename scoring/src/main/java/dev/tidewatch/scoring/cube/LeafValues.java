package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the leaves' values of the rows of an interval: rows of the same leaf count together, and
 * for a leaf without a row the measure's rule says what that means. Remembers for that when each
 * leaf had its last row, and its last values.
 */
final class LeafValues {
  private final List<MeasureSettings> measures;
  private int[] seenAt = new int[0];
  private double[][] carried;
  private int taken;

  LeafValues(List<MeasureSettings> measures) {
    this.measures = measures;
    this.carried = new double[measures.size()][0];
  }

  /** Until there are so many leaves. */
  void grow(int leaves) {
    int before = seenAt.length;
    if (leaves > before) {
      seenAt = Arrays.copyOf(seenAt, leaves);
      for (int i = 0; i < carried.length; i++) {
        carried[i] = Arrays.copyOf(carried[i], leaves);
        Arrays.fill(carried[i], before, leaves, Double.NaN);
      }
    }
  }

  /** Takes in the rows of the next interval, whose leaves are in the block. */
  void fill(IntervalRows rows, Directory directory, Block block, int interval) {
    taken++;
    for (int leaf : block.leavesOfRows(interval)) {
      if (leaf >= 0) {
        seenAt[leaf] = taken;
      }
    }
    for (int measure = 0; measure < measures.size(); measure++) {
      present(rows, directory, block, interval, measure);
      absent(directory, block, interval, measure);
    }
  }

  private void present(
      IntervalRows rows, Directory directory, Block block, int interval, int measure) {
    int[] leaves = block.leavesOfRows(interval);
    double[] values = block.answers(measure).values;
    int[] counts = block.counts();
    Arrays.fill(counts, 0, directory.leaves(), 0);
    for (int row = 0; row < leaves.length; row++) {
      double value = rows.measure(measure, row);
      if (leaves[row] >= 0 && !Double.isNaN(value)) {
        int cell = block.cell(interval, directory.scopeOfLeaf(leaves[row]));
        values[cell] = counts[leaves[row]]++ == 0 ? value : values[cell] + value;
      }
    }
    if (measures.get(measure).averaged()) {
      for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
        if (counts[leaf] > 1) {
          values[block.cell(interval, directory.scopeOfLeaf(leaf))] /= counts[leaf];
        }
      }
    }
  }

  private void absent(Directory directory, Block block, int interval, int measure) {
    MissingRule rule = measures.get(measure).missing();
    double[] values = block.answers(measure).values;
    double[] carry = carried[measure];
    for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
      int cell = block.cell(interval, directory.scopeOfLeaf(leaf));
      if (!Double.isNaN(values[cell])) {
        carry[leaf] = values[cell];
      } else if (rule != MissingRule.UNKNOWN && absentFor(leaf) > 1) {
        values[cell] = rule == MissingRule.ZERO ? 0 : carry[leaf];
      }
    }
  }

  /** In how many intervals, of those that came, a leaf has had no row until now. */
  int absentFor(int leaf) {
    return taken - seenAt[leaf];
  }

  /** Forgets all leaves but these, which are numbered in this order from now on. */
  void keep(int[] leaves) {
    seenAt = Arrays.stream(leaves).map(leaf -> seenAt[leaf]).toArray();
    Arrays.setAll(
        carried, i -> Arrays.stream(leaves).mapToDouble(leaf -> carried[i][leaf]).toArray());
  }

  void write(StateWriter out, int leaves) {
    out.integer(taken);
    for (int leaf = 0; leaf < leaves; leaf++) {
      out.integer(seenAt[leaf]);
      for (double[] values : carried) {
        out.real(values[leaf]);
      }
    }
  }

  void read(StateReader in, int leaves) {
    taken = in.integer();
    grow(leaves);
    for (int leaf = 0; leaf < leaves; leaf++) {
      seenAt[leaf] = in.integer();
      for (double[] values : carried) {
        values[leaf] = in.real();
      }
    }
  }
}
