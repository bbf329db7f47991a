package dev.tidewatch.scoring.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All ways to group the leaves by some of the dimensions. A cuboid is a set of dimensions, written
 * as bits; its cells are the combinations of their values that occur, numbered from 0.
 */
final class Cuboids {
  private final LeafChanges leaves;
  private final int dimensions;
  private final int[][] cellOf;
  private final int[][] anyLeaf;
  private final int[] fineToCoarse;
  private final int[] source;

  Cuboids(LeafChanges leaves) {
    this.leaves = leaves;
    this.dimensions = leaves.table().dimensions().size();
    int count = 1 << dimensions;
    this.cellOf = new int[count][];
    this.anyLeaf = new int[count][];
    cellOf[0] = new int[leaves.count()];
    anyLeaf[0] = new int[1];
    for (int bits = 1; bits < count; bits++) {
      group(bits);
    }
    this.fineToCoarse =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(bits -> -Integer.bitCount(bits)))
            .mapToInt(bits -> bits)
            .toArray();
    this.source = new int[count];
    for (int bits = 0; bits < finest(); bits++) {
      source[bits] = smallestChild(bits);
    }
  }

  private void group(int bits) {
    int last = 31 - Integer.numberOfLeadingZeros(bits);
    int coarser = bits ^ (1 << last);
    int[] coarse = cellOf[coarser];
    int[] codes = leaves.table().codes(last);
    long values = leaves.table().cardinality(last);
    Numbering numbering = numbering(cells(coarser) * values, coarse.length);
    int[] cell = new int[coarse.length];
    int[] first = new int[coarse.length];
    int count = 0;
    for (int leaf = 0; leaf < cell.length; leaf++) {
      cell[leaf] = numbering.number(coarse[leaf] * values + codes[leaves.row(leaf)], count);
      if (cell[leaf] == count) {
        first[count++] = leaf;
      }
    }
    cellOf[bits] = cell;
    anyLeaf[bits] = Arrays.copyOf(first, count);
  }

  private static Numbering numbering(long combinations, int leaves) {
    return combinations <= 4L * leaves + 1024
        ? new DenseNumbering((int) combinations)
        : new HashNumbering(leaves);
  }

  private int smallestChild(int bits) {
    int best = finest();
    for (int child : children(bits)) {
      best = cells(child) < cells(best) ? child : best;
    }
    return best;
  }

  int dimensions() {
    return dimensions;
  }

  /** The cuboid of all dimensions. */
  int finest() {
    return cellOf.length - 1;
  }

  int cells(int bits) {
    return anyLeaf[bits].length;
  }

  /** The cell of each leaf; not a copy. */
  int[] cellOf(int bits) {
    return cellOf[bits];
  }

  /** A leaf of each cell; not a copy. */
  int[] anyLeaf(int bits) {
    return anyLeaf[bits];
  }

  /** All cuboids, every one after those with more dimensions; the last is the whole. */
  int[] fineToCoarse() {
    return fineToCoarse;
  }

  /** The cuboid of one more dimension whose cells are fewest: the cheapest to add up. */
  int source(int bits) {
    return source[bits];
  }

  /** The cuboids of one more dimension. */
  List<Integer> children(int bits) {
    List<Integer> children = new ArrayList<>();
    for (int j = 0; j < dimensions; j++) {
      if (((bits >> j) & 1) == 0) {
        children.add(bits | (1 << j));
      }
    }
    return children;
  }

  /** The cuboids of one dimension less, none of them empty. */
  List<Integer> parents(int bits) {
    List<Integer> parents = new ArrayList<>();
    for (int j = 0; j < dimensions; j++) {
      if (((bits >> j) & 1) == 1 && bits != 1 << j) {
        parents.add(bits ^ (1 << j));
      }
    }
    return parents;
  }

  CauseScope scope(int bits, int cell) {
    return leaves.table().scope(leaves.row(anyLeaf[bits][cell]), bits);
  }

  /** Gives out numbers to keys: a known key has its own, a new one gets the next. */
  private interface Numbering {
    int number(long key, int next);
  }

  private static final class DenseNumbering implements Numbering {
    private final int[] numbers;

    DenseNumbering(int keys) {
      this.numbers = new int[keys];
    }

    @Override
    public int number(long key, int next) {
      int known = numbers[(int) key];
      if (known == 0) {
        numbers[(int) key] = next + 1;
        return next;
      }
      return known - 1;
    }
  }

  /** A hash table with open addresses; keys are not negative. */
  private static final class HashNumbering implements Numbering {
    private final long[] keys;
    private final int[] numbers;

    HashNumbering(int most) {
      int capacity = Integer.highestOneBit(Math.max(1, most)) * 4;
      this.keys = new long[capacity];
      this.numbers = new int[capacity];
    }

    @Override
    public int number(long key, int next) {
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
      while (keys[slot] != 0) {
        if (keys[slot] == key + 1) {
          return numbers[slot];
        }
        slot = (slot + 1) & (keys.length - 1);
      }
      keys[slot] = key + 1;
      numbers[slot] = next;
      return next;
    }
  }
}
