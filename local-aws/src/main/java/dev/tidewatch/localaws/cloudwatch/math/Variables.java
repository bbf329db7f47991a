package dev.tidewatch.localaws.cloudwatch.math;

import java.time.Instant;
import java.util.List;

/** What an expression can refer to. */
public interface Variables {
  /**
   * @throws MathException when there is no such variable
   */
  MathValue value(String id);

  /** Every metric that is asked for itself, not by an expression, whose id contains the text. */
  List<MathValue.Line> metrics(String containing);

  /** What is expected of a variable, from its past. */
  MathValue.Band band(String id, double deviations);

  /** The beginnings of all periods that are asked for. */
  List<Instant> times();
}
