package dev.tidewatch.evaluation.speed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a trial found out. */
final class Figures {
  private final Map<Figure, Double> values;

  Figures(Map<Figure, Double> values) {
    this.values = Map.copyOf(values);
  }

  /** Of lines that {@link #lines} made. */
  static Figures parse(List<String> lines) {
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    for (String line : lines) {
      String[] parts = line.split(" ", 2);
      values.put(Figure.valueOf(parts[0]), Double.parseDouble(parts[1]));
    }
    return new Figures(values);
  }

  /** One a figure. */
  List<String> lines() {
    return new EnumMap<>(values)
        .entrySet().stream().map(entry -> entry.getKey().name() + " " + entry.getValue()).toList();
  }

  OptionalDouble find(Figure figure) {
    Double value = values.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  double of(Figure figure) {
    return find(figure)
        .orElseThrow(() -> new IllegalStateException("the trial did not measure " + figure));
  }
}
