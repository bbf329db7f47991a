package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.GroupChange;
import java.util.List;
import java.util.Optional;

/** Lets through groups that concern one of these values of a dimension (contract section 7.1). */
public record DimensionFilter(String dimension, List<String> values) {
  /** A value that has less of a group's contributions, in percent, is not what it is about. */
  public static final double LEAST_CONTRIBUTION = 10;

  public DimensionFilter {
    requireNonNull(dimension, "dimension");
    values = List.copyOf(values);
  }

  /**
   * Whether an anomalous series has one of the values, or one contributes at least {@link
   * #LEAST_CONTRIBUTION}.
   */
  boolean concerns(GroupChange change) {
    return change.series().stream()
            .map(series -> Optional.ofNullable(series.scope().values().get(dimension)))
            .flatMap(Optional::stream)
            .anyMatch(values::contains)
        || change.after().contributions().stream()
            .filter(each -> each.dimension().equals(dimension))
            .filter(each -> each.score() >= LEAST_CONTRIBUTION)
            .anyMatch(each -> values.contains(each.value()));
  }
}
