package dev.tidewatch.localaws.cloudwatch.math;

import dev.tidewatch.localaws.cloudwatch.math.MathValue.Line;
import dev.tidewatch.localaws.cloudwatch.math.MathValue.Lines;
import dev.tidewatch.localaws.cloudwatch.math.MathValue.Scalar;
import dev.tidewatch.localaws.cloudwatch.metric.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code SUM, AVG, MIN, MAX} of an array of lines, time by time, or of one line as a number; {@code
 * ABS, CEIL, FLOOR}; {@code FILL} with a number; {@code IF}. {@code METRICS} and {@code
 * ANOMALY_DETECTION_BAND} are read by the parser.
 */
final class Functions {
  static final String BAND = "ANOMALY_DETECTION_BAND";

  private static final Map<String, ToDoubleFunction<List<Double>>> SUMMARIES =
      Map.of(
          "SUM", values -> values.stream().mapToDouble(v -> v).sum(),
          "AVG", values -> values.stream().mapToDouble(v -> v).average().orElse(0),
          "MIN", values -> values.stream().mapToDouble(v -> v).min().orElse(0),
          "MAX", values -> values.stream().mapToDouble(v -> v).max().orElse(0));
  private static final Map<String, Integer> ARGUMENTS =
      Map.of(
          "SUM", 1, "AVG", 1, "MIN", 1, "MAX", 1, "ABS", 1, "CEIL", 1, "FLOOR", 1, "FILL", 2, "IF",
          3);

  private Functions() {}

  static void checkKnown(String name, int arguments) {
    @Nullable Integer wanted = ARGUMENTS.get(name);
    if (wanted == null) {
      throw new MathException("Unsupported function name: " + name + ", on this local CloudWatch");
    }
    if (wanted != arguments) {
      throw new MathException(
          "The function " + name + " takes " + wanted + " arguments, not " + arguments);
    }
  }

  static MathValue call(String name, List<MathValue> arguments, Variables variables) {
    MathValue first = arguments.get(0);
    return switch (name) {
      case "ABS" -> each(name, first, Math::abs);
      case "CEIL" -> each(name, first, Math::ceil);
      case "FLOOR" -> each(name, first, Math::floor);
      case "FILL" -> fill(first, arguments.get(1), variables.times());
      case "IF" -> choose(first, arguments.get(1), arguments.get(2));
      default -> summary(name, first);
    };
  }

  private static MathValue summary(String name, MathValue value) {
    ToDoubleFunction<List<Double>> of = SUMMARIES.getOrDefault(name, values -> Double.NaN);
    if (value instanceof Line line) {
      return new Scalar(of.applyAsDouble(List.copyOf(line.series().values().values())));
    }
    if (!(value instanceof Lines lines)) {
      throw unsupported(name, value);
    }
    TreeMap<Instant, List<Double>> atTimes = new TreeMap<>();
    for (Line line : lines.lines()) {
      line.series()
          .values()
          .forEach((time, v) -> atTimes.computeIfAbsent(time, t -> new ArrayList<>()).add(v));
    }
    TreeMap<Instant, Double> result = new TreeMap<>();
    atTimes.forEach((time, values) -> result.put(time, of.applyAsDouble(values)));
    return new Line(name, new TimeSeries(result));
  }

  private static MathValue each(
      String name, MathValue value, java.util.function.DoubleUnaryOperator change) {
    if (value instanceof Scalar scalar) {
      return new Scalar(change.applyAsDouble(scalar.value()));
    }
    if (value instanceof Line line) {
      return new Line(line.label(), line.series().map(change));
    }
    throw unsupported(name, value);
  }

  private static MathValue fill(MathValue value, MathValue with, List<Instant> times) {
    if (!(value instanceof Line line) || !(with instanceof Scalar filler)) {
      throw new MathException("FILL takes a time series and a number on this local CloudWatch");
    }
    TreeMap<Instant, Double> filled = new TreeMap<>();
    times.forEach(time -> filled.put(time, filler.value()));
    filled.putAll(line.series().values());
    return new Line(line.label(), new TimeSeries(filled));
  }

  private static MathValue choose(MathValue condition, MathValue then, MathValue otherwise) {
    if (condition instanceof Scalar scalar) {
      return scalar.value() != 0 ? then : otherwise;
    }
    if (!(condition instanceof Line line)) {
      throw unsupported("IF", condition);
    }
    TreeMap<Instant, Double> chosen = new TreeMap<>();
    line.series()
        .values()
        .forEach(
            (time, value) -> {
              @Nullable Double result = at(value != 0 ? then : otherwise, time);
              if (result != null) {
                chosen.put(time, result);
              }
            });
    return new Line(line.label(), new TimeSeries(chosen));
  }

  private static @Nullable Double at(MathValue value, Instant time) {
    if (value instanceof Scalar scalar) {
      return scalar.value();
    }
    if (value instanceof Line line) {
      return line.series().values().get(time);
    }
    throw unsupported("IF", value);
  }

  private static MathException unsupported(String name, MathValue value) {
    return new MathException(
        "Unsupported operand type(s) for " + name + ": '" + value.kind() + "'");
  }
}
