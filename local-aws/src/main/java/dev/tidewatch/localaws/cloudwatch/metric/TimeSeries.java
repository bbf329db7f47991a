package dev.tidewatch.localaws.cloudwatch.metric;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Numbers at times; a time without number is not there. */
public record TimeSeries(NavigableMap<Instant, Double> values) {
  public TimeSeries {
    values = new TreeMap<>(values);
  }

  @Override
  public NavigableMap<Instant, Double> values() {
    return new TreeMap<>(values);
  }

  public TimeSeries map(DoubleUnaryOperator change) {
    TreeMap<Instant, Double> changed = new TreeMap<>();
    values.forEach((time, value) -> changed.put(time, change.applyAsDouble(value)));
    return new TimeSeries(changed);
  }

  /** From {@code start} to before {@code end}. */
  public TimeSeries between(Instant start, Instant end) {
    return new TimeSeries(values.subMap(start, true, end, false));
  }
}
