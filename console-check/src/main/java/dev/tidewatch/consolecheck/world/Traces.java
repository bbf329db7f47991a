package dev.tidewatch.consolecheck.world;

import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All series of one measure, with what is planted into them. */
final class Traces {
  private final Map<Scope, Trace> traces = new HashMap<>();

  Traces(
      String measure,
      Curve curve,
      Cube cube,
      List<Planted> planted,
      Instant start,
      Duration interval,
      int intervals) {
    cube.scopes().forEach(scope -> traces.put(scope, new Trace(intervals)));
    List<Planted> own = planted.stream().filter(each -> each.measure().equals(measure)).toList();
    double[] usual = new double[intervals];
    for (int place = 0; place < intervals; place++) {
      usual[place] = curve.expected(start.plus(interval.multipliedBy(place)));
    }
    for (Scope leaf : cube.leaves()) {
      List<Trace> parts = parts(cube, leaf).stream().map(this::of).toList();
      List<Planted> here = own.stream().filter(each -> each.isIn(leaf.values())).toList();
      double share = cube.share(leaf);
      long key = leaf.toString().hashCode();
      for (int place = 0; place < intervals; place++) {
        double expected = share * usual[place];
        double value = expected * curve.luck(start.getEpochSecond() + place, key);
        for (Planted each : here) {
          if (each.lasts(intervals - 1 - place)) {
            value *= each.factor();
            long less = Math.abs(key % 7);
            of(leaf).severity[place] = Math.max(1, each.severity() - less);
          }
        }
        for (Trace part : parts) {
          part.add(place, value, expected, expected * curve.noise());
        }
      }
    }
    for (Planted each : own) {
      Trace told = of(new Scope(ordered(cube, each.where())));
      for (int place = intervals - 1 - each.ago(), i = 0; i < each.intervals(); i++) {
        told.severity[place + i] = each.severity();
      }
    }
  }

  /** In the order of the dimensions. */
  static Map<String, String> ordered(Cube cube, Map<String, String> where) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String dimension : List.of(cube.firstName(), cube.secondName())) {
      String value = where.get(dimension);
      if (value != null) {
        ordered.put(dimension, value);
      }
    }
    return ordered;
  }

  private static List<Scope> parts(Cube cube, Scope leaf) {
    String first = Cube.value(leaf, cube.firstName());
    String second = Cube.value(leaf, cube.secondName());
    return List.of(
        new Scope(Map.of()),
        new Scope(Map.of(cube.firstName(), first)),
        new Scope(Map.of(cube.secondName(), second)),
        leaf);
  }

  Trace of(Scope scope) {
    Trace trace = traces.get(scope);
    if (trace == null) {
      throw new IllegalArgumentException("there is no series " + scope);
    }
    return trace;
  }
}
