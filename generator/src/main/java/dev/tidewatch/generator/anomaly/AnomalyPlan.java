package dev.tidewatch.generator.anomaly;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where anomalies are, for all of time. */
public interface AnomalyPlan {
  /** No anomalies. */
  AnomalyPlan NONE = (from, until) -> List.of();

  /** The order of plans. */
  Comparator<Anomaly> BY_START = Comparator.comparing(Anomaly::start);

  /**
   * The anomalies that touch an instant of {@code [from, until)}, in order of their start. The same
   * anomaly is the same whatever stretch is asked for.
   */
  List<Anomaly> overlapping(Instant from, Instant until);

  /** These anomalies and no others. */
  static AnomalyPlan of(List<Anomaly> anomalies) {
    List<Anomaly> copy = List.copyOf(anomalies);
    return (from, until) ->
        copy.stream().filter(anomaly -> anomaly.overlaps(from, until)).sorted(BY_START).toList();
  }

  /** The anomalies of both plans. */
  default AnomalyPlan and(AnomalyPlan other) {
    return (from, until) ->
        Stream.concat(overlapping(from, until).stream(), other.overlapping(from, until).stream())
            .sorted(BY_START)
            .toList();
  }
}
