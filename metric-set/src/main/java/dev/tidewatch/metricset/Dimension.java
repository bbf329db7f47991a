package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

/**
 * A column of categories.
 *
 * @param name the column's name in the interval files
 * @param field where a record holds it: a CSV column, or a path of JSON keys joined by dots
 */
public record Dimension(String name, String field) {
  /** The longest value a detector accepts (contract section 5.3). */
  public static final int MAX_VALUE_LENGTH = 40;

  public Dimension {
    ColumnName.check(name);
    requireNonNull(field, "field");
  }

  /** A dimension that stands in the records under its own name. */
  public static Dimension of(String name) {
    return new Dimension(name, name);
  }
}
