package dev.tidewatch.scoring.cube;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Which scopes of the cube were seen, numbered in the order of their first appearance: the total,
 * every marginal and every leaf. A leaf knows the scopes it is part of.
 */
public final class Directory {
  private final List<String> dimensions;
  private final int[] cuboids;
  private final List<Dictionary> dictionaries = new ArrayList<>();
  private final ScopeTable table;
  private final int[] probe;
  private int leaves;
  private int[] leafScopes = new int[0];
  private int[] leafOfScope = new int[0];

  public Directory(List<String> dimensions) {
    this.dimensions = dimensions;
    this.cuboids = WatchedCuboids.of(dimensions.size());
    this.table = new ScopeTable(cuboids.length, dimensions.size());
    this.probe = new int[dimensions.size()];
    dimensions.forEach(name -> dictionaries.add(new Dictionary()));
  }

  public List<String> dimensions() {
    return dimensions;
  }

  public int scopes() {
    return table.size();
  }

  public int leaves() {
    return leaves;
  }

  public int cuboids() {
    return cuboids.length;
  }

  /** The dimensions a cuboid holds fixed, as bits. */
  public int mask(int cuboid) {
    return cuboids[cuboid];
  }

  /** How many scopes of each cuboid there are. */
  public int[] cuboidSizes() {
    return table.cuboidSizes();
  }

  public int cuboidOf(int scope) {
    return table.cuboidOf(scope);
  }

  /** The scope of a cuboid that a leaf is part of. */
  public int scopeOf(int leaf, int cuboid) {
    return leafScopes[leaf * cuboids.length + cuboid];
  }

  public int scopeOfLeaf(int leaf) {
    return scopeOf(leaf, cuboids.length - 1);
  }

  /** The leaf that a scope is, -1 when it is coarser. */
  public int leafOf(int scope) {
    return leafOfScope[scope];
  }

  /** The code of a leaf's value of a dimension. */
  public int code(int leaf, int dimension) {
    return table.code(scopeOfLeaf(leaf), dimension);
  }

  /** How many values of a dimension were seen. */
  public int values(int dimension) {
    return dictionaries.get(dimension).size();
  }

  public String value(int dimension, int code) {
    return dictionaries.get(dimension).value(code);
  }

  /** Whether two scopes may have leaves in common. */
  public boolean overlap(int one, int other) {
    for (int i = 0; i < dimensions.size(); i++) {
      int first = table.code(one, i);
      int second = table.code(other, i);
      if (first != ScopeTable.ANY && second != ScopeTable.ANY && first != second) {
        return false;
      }
    }
    return true;
  }

  /** The name of a scope. */
  public Scope scope(int scope) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      int code = table.code(scope, i);
      if (code != ScopeTable.ANY) {
        values.put(dimensions.get(i), value(i, code));
      }
    }
    return new Scope(values);
  }

  /** The number of a scope, if it was seen. */
  public OptionalInt find(Scope scope) {
    int[] codes = new int[dimensions.size()];
    int mask = 0;
    for (int i = 0; i < codes.length; i++) {
      String value = scope.values().get(dimensions.get(i));
      codes[i] = value == null ? ScopeTable.ANY : dictionaries.get(i).find(value);
      mask |= value == null ? 0 : 1 << i;
    }
    for (int cuboid = 0; cuboid < cuboids.length; cuboid++) {
      int found = cuboids[cuboid] == mask ? table.find(cuboid, codes) : -1;
      if (found >= 0) {
        return OptionalInt.of(found);
      }
    }
    return OptionalInt.empty();
  }

  boolean isLeaf(int leaf, IntervalRows rows, int row) {
    for (int i = 0; i < dimensions.size(); i++) {
      if (!value(i, code(leaf, i)).equals(rows.dimension(i, row))) {
        return false;
      }
    }
    return true;
  }

  /** The leaf of a row, -1 when it was not seen yet and there is no room for a new one. */
  int leaf(IntervalRows rows, int row, int mostLeaves) {
    int scope = leafScope(rows, row);
    if (scope >= 0) {
      return leafOfScope[scope];
    }
    return leaves < mostLeaves ? newLeaf(rows, row) : -1;
  }

  /** Whether the leaf of a row was seen. */
  boolean knows(IntervalRows rows, int row) {
    return leafScope(rows, row) >= 0;
  }

  private int leafScope(IntervalRows rows, int row) {
    boolean known = true;
    for (int i = 0; i < probe.length; i++) {
      probe[i] = dictionaries.get(i).find(rows.dimension(i, row));
      known &= probe[i] >= 0;
    }
    return known ? table.find(cuboids.length - 1, probe) : -1;
  }

  private int newLeaf(IntervalRows rows, int row) {
    for (int i = 0; i < probe.length; i++) {
      probe[i] = dictionaries.get(i).findOrAdd(rows.dimension(i, row));
    }
    return addLeaf(probe.clone());
  }

  private int addLeaf(int[] codes) {
    int leaf = leaves++;
    leafScopes = ScopeTable.room(leafScopes, leaves * cuboids.length);
    int[] masked = new int[codes.length];
    for (int cuboid = 0; cuboid < cuboids.length; cuboid++) {
      for (int i = 0; i < codes.length; i++) {
        masked[i] = (cuboids[cuboid] >> i & 1) == 1 ? codes[i] : ScopeTable.ANY;
      }
      leafScopes[leaf * cuboids.length + cuboid] = table.findOrAdd(cuboid, masked);
    }
    leafOfScope = ScopeTable.room(leafOfScope, scopes());
    leafOfScope[scopeOfLeaf(leaf)] = leaf;
    return leaf;
  }

  /** A directory of those leaves only, in the same order. */
  public Directory only(IntPredicate leafStays) {
    Directory smaller = new Directory(dimensions);
    for (int leaf = 0; leaf < leaves; leaf++) {
      if (leafStays.test(leaf)) {
        smaller.addLeafOf(this, leaf);
      }
    }
    return smaller;
  }

  private void addLeafOf(Directory other, int leaf) {
    int[] codes = new int[dimensions.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = dictionaries.get(i).findOrAdd(other.value(i, other.code(leaf, i)));
    }
    addLeaf(codes);
  }

  /** For each scope of a smaller directory, which scope it is here. */
  public int[] scopesOf(Directory smaller) {
    int[] from = new int[smaller.scopes()];
    for (int scope = 0; scope < smaller.scopes(); scope++) {
      int[] codes = new int[dimensions.size()];
      for (int i = 0; i < codes.length; i++) {
        int code = smaller.table.code(scope, i);
        codes[i] =
            code == ScopeTable.ANY
                ? ScopeTable.ANY
                : dictionaries.get(i).find(smaller.value(i, code));
      }
      from[scope] = table.find(smaller.table.cuboidOf(scope), codes);
    }
    return from;
  }

  public void write(StateWriter out) {
    for (Dictionary dictionary : dictionaries) {
      out.integer(dictionary.size());
      for (int code = 0; code < dictionary.size(); code++) {
        out.text(dictionary.value(code));
      }
    }
    out.integer(leaves);
    for (int leaf = 0; leaf < leaves; leaf++) {
      for (int i = 0; i < dimensions.size(); i++) {
        out.integer(code(leaf, i));
      }
    }
  }

  /** Leaves in the order of their first appearance give every other scope its number again. */
  public static Directory read(StateReader in, List<String> dimensions) {
    Directory directory = new Directory(dimensions);
    for (Dictionary dictionary : directory.dictionaries) {
      int values = in.count();
      for (int i = 0; i < values; i++) {
        dictionary.findOrAdd(requireNonNull(in.text()));
      }
    }
    int leaves = in.count();
    for (int leaf = 0; leaf < leaves; leaf++) {
      int[] codes = new int[dimensions.size()];
      Arrays.setAll(codes, i -> in.integer());
      directory.addLeaf(codes);
    }
    return directory;
  }
}
