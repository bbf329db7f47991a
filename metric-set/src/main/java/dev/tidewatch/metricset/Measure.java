package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

/**
 * A numeric column.
 *
 * @param name the column's name in the interval files
 * @param field where a record holds it: a CSV column, or a path of JSON keys joined by dots
 * @param decimals how many decimals the interval files keep, 0 to 12; a detector keeps 4 (contract
 *     section 5.3)
 */
public record Measure(String name, String field, Aggregation aggregation, int decimals) {
  /** What a detector keeps. */
  public static final int DEFAULT_DECIMALS = 4;

  public static final int MAX_DECIMALS = 12;

  public Measure {
    ColumnName.check(name);
    requireNonNull(field, "field");
    requireNonNull(aggregation, "aggregation");
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals of measure " + name + " are 0 to " + MAX_DECIMALS + ", not " + decimals);
    }
  }

  /** A measure that stands in the records under its own name. */
  public static Measure of(String name, Aggregation aggregation) {
    return new Measure(name, name, aggregation, DEFAULT_DECIMALS);
  }
}
