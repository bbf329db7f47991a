package dev.tidewatch.scoring.cube;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to look at a cube, each a set of dimensions that are held fixed (a bit mask): none (the
 * total), every single one, every pair, and all of them (the leaves). Pairs cost little and are
 * where an event of a cube of three and more dimensions often happens; triples of four and more
 * dimensions are left to the search for the explaining scope.
 */
final class WatchedCuboids {
  private static final int LARGEST_SCOPE = 2;

  private WatchedCuboids() {}

  /** In rising number of dimensions; the total is the first, the leaves are the last. */
  static int[] of(int dimensions) {
    List<Integer> masks = new ArrayList<>();
    for (int size = 0; size < dimensions && size <= LARGEST_SCOPE; size++) {
      for (int mask = 0; mask < 1 << dimensions; mask++) {
        if (Integer.bitCount(mask) == size) {
          masks.add(mask);
        }
      }
    }
    masks.add((1 << dimensions) - 1);
    return masks.stream().mapToInt(Integer::intValue).toArray();
  }
}
