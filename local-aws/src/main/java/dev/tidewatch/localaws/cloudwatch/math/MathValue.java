package dev.tidewatch.localaws.cloudwatch.math;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.metric.TimeSeries;
import java.util.List;

/** What an expression yields. */
public sealed interface MathValue {
  /** As an error calls it. */
  String kind();

  record Scalar(double value) implements MathValue {
    @Override
    public String kind() {
      return "Scalar";
    }
  }

  /** One line. */
  record Line(String label, TimeSeries series) implements MathValue {
    public Line {
      requireNonNull(label, "label");
      requireNonNull(series, "series");
    }

    @Override
    public String kind() {
      return "TimeSeries";
    }
  }

  record Lines(List<Line> lines) implements MathValue {
    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public String kind() {
      return "Array[TimeSeries]";
    }
  }

  /** What is expected: values between the two. */
  record Band(TimeSeries lower, TimeSeries upper) implements MathValue {
    public Band {
      requireNonNull(lower, "lower");
      requireNonNull(upper, "upper");
    }

    @Override
    public String kind() {
      return "Band";
    }
  }
}
