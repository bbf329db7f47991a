package dev.tidewatch.consolecheck.world;

import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
    for (Scope leaf : cube.leaves()) {
      double share = cube.share(leaf);
      List<Scope> parts = parts(cube, leaf);
      for (int place = 0; place < intervals; place++) {
        Instant time = start.plus(interval.multipliedBy(place));
        double value = share * curve.value(time, leaf.toString());
        double expected = share * curve.expected(time);
        int ago = intervals - 1 - place;
        for (Planted each : own) {
          if (each.covers(leaf.values(), ago)) {
            value *= each.factor();
            double severity = each.severity() - 7.0 * Math.abs(leaf.hashCode() % 5) / 5;
            of(leaf).severity[place] = Math.max(1, severity);
          }
        }
        for (Scope part : parts) {
          of(part).add(place, value, expected, expected * curve.noise());
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

  static Map<String, String> ordered(Cube cube, Map<String, String> where) {
    return cube.scopes().stream()
        .map(Scope::values)
        .filter(where::equals)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no series " + where));
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
