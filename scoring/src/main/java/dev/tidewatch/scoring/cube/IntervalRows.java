package dev.tidewatch.scoring.cube;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one interval of a metric set, column by column. Rows of equal dimension values count
 * as one: sums are added, averages averaged. Immutable.
 */
public final class IntervalRows {
  private final Instant start;
  private final String[][] dimensions;
  private final double[][] measures;
  private final int size;

  private IntervalRows(Instant start, String[][] dimensions, double[][] measures, int size) {
    this.start = start;
    this.dimensions = dimensions;
    this.measures = measures;
    this.size = size;
  }

  /** Begins the rows of the interval that starts then. */
  public static Builder at(Instant start, int dimensions, int measures) {
    return new Builder(start, dimensions, measures);
  }

  public Instant start() {
    return start;
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** A row's value of a dimension. */
  public String dimension(int dimension, int row) {
    return dimensions[dimension][row];
  }

  /** A row's value of a measure, NaN where it has none. */
  public double measure(int measure, int row) {
    return measures[measure][row];
  }

  /** Throws unless the rows have so many columns. */
  public void requireColumns(int wantedDimensions, int wantedMeasures) {
    if (dimensions.length != wantedDimensions || measures.length != wantedMeasures) {
      throw new IllegalArgumentException(
          "rows of %s have %d dimensions and %d measures, the settings %d and %d"
              .formatted(
                  start, dimensions.length, measures.length, wantedDimensions, wantedMeasures));
    }
  }

  /** Collects rows. */
  public static final class Builder {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Instant start;
    private final List<List<String>> dimensions = new ArrayList<>();
    private final double[][] measures;
    private int size;

    private Builder(Instant start, int dimensions, int measures) {
      if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
        throw new IllegalArgumentException(
            "an interval starts in the years 1 to 9999, not at " + start);
      }
      this.start = start;
      for (int i = 0; i < dimensions; i++) {
        this.dimensions.add(new ArrayList<>());
      }
      this.measures = new double[measures][64];
    }

    /**
     * @param dimensionValues in the order of the settings
     * @param measureValues in the order of the settings, NaN where the row has none
     */
    public Builder add(List<String> dimensionValues, double... measureValues) {
      if (dimensionValues.size() != dimensions.size() || measureValues.length != measures.length) {
        throw new IllegalArgumentException(
            "a row has %d dimension values and %d measure values, not %d and %d"
                .formatted(
                    dimensions.size(),
                    measures.length,
                    dimensionValues.size(),
                    measureValues.length));
      }
      for (int i = 0; i < dimensionValues.size(); i++) {
        dimensions.get(i).add(requireNonNull(dimensionValues.get(i), "dimension value"));
      }
      for (int i = 0; i < measureValues.length; i++) {
        if (size == measures[i].length) {
          measures[i] = Arrays.copyOf(measures[i], 2 * size);
        }
        measures[i][size] = measureValues[i];
      }
      size++;
      return this;
    }

    public IntervalRows build() {
      double[][] columns = new double[measures.length][];
      Arrays.setAll(columns, i -> Arrays.copyOf(measures[i], size));
      return new IntervalRows(
          start,
          dimensions.stream().map(column -> column.toArray(String[]::new)).toArray(String[][]::new),
          columns,
          size);
    }
  }
}
