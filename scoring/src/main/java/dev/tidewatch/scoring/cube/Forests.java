package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.forest.ForestWatch;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesSettings;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The forests of one measure: they watch the total and the scopes of a single dimension value, the
 * first that appeared, until there are no more forests. Who has a forest keeps it until the scope
 * is forgotten; then it is free for another, which it watches from then on.
 */
final class Forests {
  private final SeriesSettings settings;
  private final int most;
  private final SortedMap<Integer, ForestWatch> byScope = new TreeMap<>();
  private int considered;

  /**
   * @param most how many series are watched at most
   */
  Forests(SeriesSettings settings, int most) {
    this.settings = settings;
    this.most = most;
  }

  /** Gives forests to scopes that are new. */
  void grow(Directory directory) {
    for (; considered < directory.scopes() && byScope.size() < most; considered++) {
      if (Integer.bitCount(directory.mask(directory.cuboidOf(considered))) <= 1) {
        byScope.computeIfAbsent(considered, scope -> new ForestWatch(settings));
      }
    }
  }

  /** Which scopes have a forest, in rising order. */
  Set<Integer> scopes() {
    return byScope.keySet();
  }

  /** What is said of the next value of a scope, with what its forest says, if it has one. */
  PointScore join(int scope, PointScore point) {
    ForestWatch forest = byScope.get(scope);
    return forest == null ? point : forest.join(point);
  }

  /** Those of the scopes that are left, under their new numbers. */
  Forests only(int[] scopes) {
    Forests left = new Forests(settings, most);
    for (int scope = 0; scope < scopes.length; scope++) {
      ForestWatch forest = byScope.get(scopes[scope]);
      if (forest != null) {
        left.byScope.put(scope, forest);
      }
    }
    return left;
  }

  void write(StateWriter out) {
    if (most == 0) {
      return;
    }
    out.integer(byScope.size());
    for (Map.Entry<Integer, ForestWatch> each : byScope.entrySet()) {
      out.integer(each.getKey());
      each.getValue().write(out);
    }
  }

  void read(StateReader in, int scopes) {
    if (most == 0) {
      return;
    }
    byScope.clear();
    int size = in.countBelow(most + 1);
    for (int i = 0; i < size; i++) {
      ForestWatch forest = new ForestWatch(settings);
      if (byScope.put(in.countBelow(scopes), forest) != null) {
        throw new DamagedSnapshot("the snapshot is damaged: a series has two forests");
      }
      forest.read(in);
    }
  }
}
