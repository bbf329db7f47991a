package dev.tidewatch.localaws.cloudwatch.math;

import dev.tidewatch.localaws.cloudwatch.math.MathValue.Line;
import dev.tidewatch.localaws.cloudwatch.math.MathValue.Lines;
import dev.tidewatch.localaws.cloudwatch.math.MathValue.Scalar;
import dev.tidewatch.localaws.cloudwatch.metric.TimeSeries;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators on values. Of two lines only the times count that both have. */
final class Arithmetic {
  private static final Map<String, DoubleBinaryOperator> OPERATORS =
      Map.of(
          "+", Double::sum,
          "-", (left, right) -> left - right,
          "*", (left, right) -> left * right,
          "/", (left, right) -> left / right,
          "^", Math::pow,
          "<", (left, right) -> left < right ? 1 : 0,
          ">", (left, right) -> left > right ? 1 : 0,
          "<=", (left, right) -> left <= right ? 1 : 0,
          ">=", (left, right) -> left >= right ? 1 : 0,
          "==", (left, right) -> left == right ? 1 : 0);

  private Arithmetic() {}

  static MathValue apply(String sign, MathValue left, MathValue right) {
    @Nullable DoubleBinaryOperator operator = OPERATORS.get(sign);
    return apply(sign, operator == null ? (a, b) -> a != b ? 1 : 0 : operator, left, right);
  }

  private static MathValue apply(
      String sign, DoubleBinaryOperator operator, MathValue left, MathValue right) {
    if (left instanceof Scalar one && right instanceof Scalar other) {
      return new Scalar(operator.applyAsDouble(one.value(), other.value()));
    }
    if (left instanceof Line one && right instanceof Scalar other) {
      return new Line(
          one.label(), finite(one.series().map(v -> operator.applyAsDouble(v, other.value()))));
    }
    if (left instanceof Scalar one && right instanceof Line other) {
      return new Line(
          other.label(), finite(other.series().map(v -> operator.applyAsDouble(one.value(), v))));
    }
    if (left instanceof Line one && right instanceof Line other) {
      return new Line(one.label(), joined(operator, one.series(), other.series()));
    }
    if (left instanceof Lines many) {
      return new Lines(
          many.lines().stream()
              .map(one -> (Line) line(apply(sign, operator, one, right)))
              .toList());
    }
    if (right instanceof Lines many) {
      return new Lines(
          many.lines().stream().map(one -> (Line) line(apply(sign, operator, left, one))).toList());
    }
    throw new MathException(
        "Unsupported operand type(s) for "
            + sign
            + ": '"
            + left.kind()
            + ", "
            + right.kind()
            + "'");
  }

  private static MathValue line(MathValue value) {
    if (value instanceof Line) {
      return value;
    }
    throw new MathException("Two arrays of time series do not go together");
  }

  static TimeSeries joined(DoubleBinaryOperator operator, TimeSeries left, TimeSeries right) {
    TreeMap<Instant, Double> joined = new TreeMap<>();
    Map<Instant, Double> others = right.values();
    left.values()
        .forEach(
            (time, value) -> {
              @Nullable Double other = others.get(time);
              if (other != null) {
                joined.put(time, operator.applyAsDouble(value, other));
              }
            });
    return finite(new TimeSeries(joined));
  }

  // Divided by zero is no data point.
  private static TimeSeries finite(TimeSeries series) {
    TreeMap<Instant, Double> kept = new TreeMap<>(series.values());
    kept.values().removeIf(value -> value.isNaN() || value.isInfinite());
    return new TimeSeries(kept);
  }
}
