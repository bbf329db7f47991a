package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Keeps the records whose dimension has one of these values; several filters must all hold
 * (contract section 5.5).
 */
public record ValueFilter(String dimension, Set<String> values) {
  public ValueFilter {
    requireNonNull(dimension, "dimension");
    values = Set.copyOf(values);
  }
}
