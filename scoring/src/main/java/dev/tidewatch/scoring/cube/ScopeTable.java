package dev.tidewatch.scoring.cube;

import java.util.Arrays;

/**
 * Numbers scopes, each a cuboid and a code of every dimension, in the order of their first
 * appearance: a hash table of numbers only, as there may be hundreds of thousands.
 */
final class ScopeTable {
  /** The code of a dimension that a scope leaves open. */
  static final int ANY = -1;

  private static final int LEAST_ROOM = 64;

  private final int dimensions;
  private final int[] cuboidSizes;
  private int size;
  private int[] codes = new int[0];
  private int[] cuboids = new int[0];
  private int[] table = new int[LEAST_ROOM];

  ScopeTable(int cuboids, int dimensions) {
    this.cuboidSizes = new int[cuboids];
    this.dimensions = dimensions;
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  /** How many scopes of each cuboid there are. */
  int[] cuboidSizes() {
    return cuboidSizes.clone();
  }

  int cuboidOf(int scope) {
    return cuboids[scope];
  }

  int code(int scope, int dimension) {
    return codes[scope * dimensions + dimension];
  }

  /** The number of a scope, -1 when there is none. */
  int find(int cuboid, int[] wanted) {
    return table[slot(cuboid, wanted)];
  }

  int findOrAdd(int cuboid, int[] wanted) {
    int slot = slot(cuboid, wanted);
    if (table[slot] < 0) {
      table[slot] = add(cuboid, wanted);
      if (2 * size > table.length) {
        rehash();
      }
      return size - 1;
    }
    return table[slot];
  }

  private int add(int cuboid, int[] added) {
    int scope = size++;
    codes = room(codes, size * dimensions);
    System.arraycopy(added, 0, codes, scope * dimensions, dimensions);
    cuboids = room(cuboids, size);
    cuboids[scope] = cuboid;
    cuboidSizes[cuboid]++;
    return scope;
  }

  private void rehash() {
    table = new int[4 * table.length];
    Arrays.fill(table, -1);
    for (int scope = 0; scope < size; scope++) {
      int from = scope * dimensions;
      table[slot(cuboids[scope], Arrays.copyOfRange(codes, from, from + dimensions))] = scope;
    }
  }

  /** Where the scope stands in the table, or would stand. Open addressing, linear probing. */
  private int slot(int cuboid, int[] wanted) {
    int hash = cuboid;
    for (int code : wanted) {
      hash = (hash ^ code) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    int slot = hash & table.length - 1;
    while (table[slot] >= 0 && !same(table[slot], cuboid, wanted)) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private boolean same(int scope, int cuboid, int[] wanted) {
    int from = scope * dimensions;
    return cuboids[scope] == cuboid
        && Arrays.equals(codes, from, from + dimensions, wanted, 0, dimensions);
  }

  /** The array, or a larger one that has room for so many numbers; those that are new are -1. */
  static int[] room(int[] array, int size) {
    if (size <= array.length) {
      return array;
    }
    int[] larger = Arrays.copyOf(array, Math.max(LEAST_ROOM, 2 * size));
    Arrays.fill(larger, array.length, larger.length, -1);
    return larger;
  }
}
