package dev.tidewatch.scoring.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The leaves of a cube for one measure: the finest combinations of dimension values there are, each
 * with the value it has and the value that was expected. Columns, not rows, so that fifty thousand
 * leaves cost a few megabytes. Averages enter weighted, see {@link Builder#addAverage}.
 */
public final class LeafTable {
  private static final int MOST_DIMENSIONS = 8;

  /** As many leaves as there may be add up to a finite number. */
  private static final double LARGEST = 1e290;

  private final List<String> dimensions;
  private final List<List<String>> names;
  private final int[][] codes;
  private final double[] value;
  private final double[] expected;
  private final double[] deviation;

  private LeafTable(Builder builder) {
    int size = builder.size;
    this.dimensions = builder.dimensions;
    this.names = builder.names.stream().map(List::copyOf).toList();
    this.codes = new int[dimensions.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Arrays.copyOf(builder.codes[i], size);
    }
    this.value = Arrays.copyOf(builder.value, size);
    this.expected = Arrays.copyOf(builder.expected, size);
    this.deviation = Arrays.copyOf(builder.deviation, size);
  }

  /** A table with these dimensions, to be filled leaf by leaf. */
  public static Builder of(List<String> dimensions) {
    return new Builder(dimensions);
  }

  public int size() {
    return value.length;
  }

  public List<String> dimensions() {
    return dimensions;
  }

  /** How many values a dimension has. */
  int cardinality(int dimension) {
    return names.get(dimension).size();
  }

  /** Which value of a dimension each leaf has; not a copy. */
  int[] codes(int dimension) {
    return codes[dimension];
  }

  double value(int leaf) {
    return value[leaf];
  }

  double expected(int leaf) {
    return expected[leaf];
  }

  /** The standard deviation of the forecast, 0 when unknown. */
  double deviation(int leaf) {
    return deviation[leaf];
  }

  /** The scope that has a leaf's values in the dimensions whose bits are set. */
  CauseScope scope(int leaf, int dimensionBits) {
    Map<String, String> conditions = new TreeMap<>();
    for (int i = 0; i < codes.length; i++) {
      if ((dimensionBits >> i & 1) == 1) {
        conditions.put(dimensions.get(i), names.get(i).get(codes[i][leaf]));
      }
    }
    return CauseScope.of(conditions);
  }

  /** Fills a table. */
  public static final class Builder {
    private final List<String> dimensions;
    private final List<List<String>> names = new ArrayList<>();
    private final List<Map<String, Integer>> codeOf = new ArrayList<>();
    private int[][] codes;
    private double[] value = new double[64];
    private double[] expected = new double[64];
    private double[] deviation = new double[64];
    private int size;

    private Builder(List<String> dimensions) {
      this.dimensions = List.copyOf(dimensions);
      int count = dimensions.size();
      if (count < 1
          || count > MOST_DIMENSIONS
          || this.dimensions.stream().distinct().count() < count) {
        throw new IllegalArgumentException(
            "a table has 1 to " + MOST_DIMENSIONS + " different dimensions, not " + dimensions);
      }
      this.codes = new int[count][64];
      for (int i = 0; i < count; i++) {
        names.add(new ArrayList<>());
        codeOf.add(new HashMap<>());
      }
    }

    /** Adds a leaf of a sum or count; the uncertainty of its forecast is not known. */
    public Builder add(List<String> values, double value, double expected) {
      return add(values, value, expected, 0);
    }

    /**
     * Adds a leaf of a sum or count.
     *
     * @param values its value in each dimension, in the order of the dimensions
     * @param deviation the standard deviation of the forecast, in the unit of the value, 0 when
     *     unknown
     * @throws IllegalArgumentException for numbers that are not finite or beyond 1e290
     */
    public Builder add(List<String> values, double value, double expected, double deviation) {
      check(values, value, expected, deviation);
      grow();
      for (int i = 0; i < codes.length; i++) {
        codes[i][size] = code(i, values.get(i));
      }
      this.value[size] = value;
      this.expected[size] = expected;
      this.deviation[size] = deviation;
      size++;
      return this;
    }

    /**
     * Adds a leaf of an average or a rate as the sum it is the average of: then a change of it
     * weighs what it adds to the change of the whole, and leaves of few records count as uncertain.
     *
     * @param weight how many records it is the average of, 0 and more
     */
    public Builder addAverage(
        List<String> values, double average, double expected, double deviation, double weight) {
      return add(values, average * weight, expected * weight, deviation * weight);
    }

    public LeafTable build() {
      return new LeafTable(this);
    }

    private int code(int dimension, String name) {
      List<String> known = names.get(dimension);
      Integer code = codeOf.get(dimension).putIfAbsent(name, known.size());
      if (code != null) {
        return code;
      }
      known.add(name);
      return known.size() - 1;
    }

    private void check(List<String> values, double value, double expected, double deviation) {
      if (values.size() != dimensions.size()) {
        throw new IllegalArgumentException(values + " are not values of " + dimensions);
      }
      if (!(Math.abs(value) <= LARGEST && Math.abs(expected) <= LARGEST)) {
        throw new IllegalArgumentException(
            "a leaf needs numbers up to %s, not %s and expected %s"
                .formatted(LARGEST, value, expected));
      }
      if (!(deviation >= 0 && deviation <= LARGEST)) {
        throw new IllegalArgumentException(
            "a deviation is 0 to %s, not %s".formatted(LARGEST, deviation));
      }
    }

    private void grow() {
      if (size < value.length) {
        return;
      }
      int length = 2 * size;
      value = Arrays.copyOf(value, length);
      expected = Arrays.copyOf(expected, length);
      deviation = Arrays.copyOf(deviation, length);
      for (int i = 0; i < codes.length; i++) {
        codes[i] = Arrays.copyOf(codes[i], length);
      }
    }
  }
}
