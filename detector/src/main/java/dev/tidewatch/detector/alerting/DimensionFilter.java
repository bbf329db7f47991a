package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.GroupValues;
import java.util.List;

/** Lets through groups that concern one of these values of a dimension (contract section 7.1). */
public record DimensionFilter(String dimension, List<String> values) {
  public DimensionFilter {
    requireNonNull(dimension, "dimension");
    values = List.copyOf(values);
  }

  boolean concerns(GroupChange change) {
    GroupValues concerned = GroupValues.of(change);
    return values.stream().anyMatch(value -> concerned.contains(dimension, value));
  }
}
