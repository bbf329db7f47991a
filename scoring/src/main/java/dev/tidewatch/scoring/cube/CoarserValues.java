package dev.tidewatch.scoring.cube;

import java.util.Arrays;

/**
 * Adds up leaves to the values of the scopes they are part of. A leaf whose value is unknown counts
 * as expected, and a scope is unknown when all of its leaves are.
 */
final class CoarserValues {
  private final Directory directory;
  private final Block block;

  /**
   * @param block of which the leaves are scored
   */
  CoarserValues(Directory directory, Block block) {
    this.directory = directory;
    this.block = block;
  }

  /**
   * Of one measure, in all intervals.
   *
   * @param averaged whether a scope's value is the leaves' average, or their sum
   */
  void addUp(int measure, boolean averaged) {
    int coarser = directory.cuboids() - 1;
    int[] known = new int[directory.scopes()];
    int[] counted = new int[directory.scopes()];
    for (int interval = 0; interval < block.intervals() && coarser > 0; interval++) {
      Arrays.fill(known, 0);
      Arrays.fill(counted, 0);
      addUp(block.answers(measure), interval, known, counted);
      finish(block.answers(measure).values, interval, known, counted, averaged);
    }
  }

  private void addUp(Answers answers, int interval, int[] known, int[] counted) {
    for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
      int own = directory.scopeOfLeaf(leaf);
      double value = answers.value(interval, own);
      boolean present = !Double.isNaN(value);
      double counts = present ? value : answers.expected(interval, own);
      if (Double.isNaN(counts)) {
        continue;
      }
      for (int cuboid = 0; cuboid < directory.cuboids() - 1; cuboid++) {
        int scope = directory.scopeOf(leaf, cuboid);
        int cell = block.cell(interval, scope);
        answers.values[cell] = counted[scope]++ == 0 ? counts : answers.values[cell] + counts;
        known[scope] |= present ? 1 : 0;
      }
    }
  }

  private void finish(double[] values, int interval, int[] known, int[] counted, boolean averaged) {
    for (int scope = 0; scope < block.scopes(interval); scope++) {
      int cell = block.cell(interval, scope);
      if (directory.leafOf(scope) < 0) {
        if (known[scope] == 0) {
          values[cell] = Double.NaN;
        } else if (averaged) {
          values[cell] /= counted[scope];
        }
      }
    }
  }
}
