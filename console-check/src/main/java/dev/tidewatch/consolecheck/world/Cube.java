package dev.tidewatch.consolecheck.world;

import dev.tidewatch.scoring.cube.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two dimensions and their values, with all series that follow: the total, each value, each pair.
 *
 * @param second the values of the second dimension, each with its share of what is sold
 */
record Cube(String firstName, List<String> first, String secondName, List<String> second) {
  Cube {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    scopes.add(new Scope(Map.of()));
    first.forEach(value -> scopes.add(new Scope(Map.of(firstName, value))));
    second.forEach(value -> scopes.add(new Scope(Map.of(secondName, value))));
    scopes.addAll(leaves());
    return scopes;
  }

  List<Scope> leaves() {
    List<Scope> leaves = new ArrayList<>();
    for (String one : first) {
      for (String other : second) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(firstName, one);
        values.put(secondName, other);
        leaves.add(new Scope(values));
      }
    }
    return leaves;
  }

  /** What part of everything a leaf has: the first values have most. */
  double share(Scope leaf) {
    return share(first, value(leaf, firstName)) * share(second, value(leaf, secondName));
  }

  /** What a series has in a dimension. */
  static String value(Scope scope, String dimension) {
    return Objects.requireNonNull(scope.values().get(dimension), dimension);
  }

  private static double share(List<String> values, String value) {
    double all = 0;
    for (int i = 0; i < values.size(); i++) {
      all += 1.0 / (i + 2);
    }
    return 1.0 / (values.indexOf(value) + 2) / all;
  }
}
