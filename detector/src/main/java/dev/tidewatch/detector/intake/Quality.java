package dev.tidewatch.detector.intake;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the records of one or more intervals said about themselves (contract section 6.4). Every
 * record is counted once:
 *
 * <pre>
 * rowsProcessed = rowsUsed + rowsOutside + rowsFiltered + rowsInvalid
 * </pre>
 *
 * <p>The metrics of the API follow from it:
 *
 * <ul>
 *   <li>{@code ROWS_PROCESSED} is {@link #rowsProcessed};
 *   <li>{@code ROWS_PARTIAL_COMPLIANCE} is {@link #rowsPartial}: used, but with a measure empty;
 *   <li>{@code INVALID_ROWS_COMPLIANCE} is {@link #rowsInvalid}: not used because of a {@link
 *       RowFault};
 *   <li>{@code COLUMN_COMPLETENESS} of a column is {@link #completeness}: the records that could be
 *       read and have a value in it, divided by all records that could be read; 0 to 1;
 *   <li>{@code DIMENSION_UNIQUENESS} of a dimension is how many {@link #distinctValues} it has;
 *   <li>{@code TIME_SERIES_COUNT} is {@link #timeSeries}: for each measure the combinations of
 *       dimension values that had a value of it.
 * </ul>
 *
 * @param rowsProcessed records read
 * @param rowsUsed records that are part of the interval's rows
 * @param rowsPartial records used though a measure was empty; also counted as used
 * @param rowsOutside records whose timestamp lies outside the interval, or the window of history
 * @param rowsFiltered records that a filter of the data set leaves out
 * @param faults how many records had which fault; those with none are left out
 * @param rowsReadable records in which columns could be told apart
 * @param present for each column of the data set how many readable records have a value in it
 * @param values the distinct values of each dimension in the records used
 * @param combinations for each measure the combinations of dimension values with a value of it
 */
public record Quality(
    long rowsProcessed,
    long rowsUsed,
    long rowsPartial,
    long rowsOutside,
    long rowsFiltered,
    Map<RowFault, Long> faults,
    long rowsReadable,
    SortedMap<String, Long> present,
    SortedMap<String, Set<String>> values,
    SortedMap<String, Set<List<String>>> combinations) {
  /** Of no record. */
  public static final Quality NONE =
      new Quality(0, 0, 0, 0, 0, Map.of(), 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public Quality {
    faults = Map.copyOf(faults);
  }

  /** Records not used because of a fault. */
  public long rowsInvalid() {
    return faults.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How full each column of the data set is, 0 to 1; without columns when nothing was readable. */
  public SortedMap<String, Double> completeness() {
    SortedMap<String, Double> fractions = new TreeMap<>();
    if (rowsReadable > 0) {
      present.forEach((column, count) -> fractions.put(column, (double) count / rowsReadable));
    }
    return fractions;
  }

  /** How many values each dimension has. */
  public SortedMap<String, Integer> distinctValues() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    values.forEach((dimension, distinct) -> counts.put(dimension, distinct.size()));
    return counts;
  }

  /** How many time series there are. */
  public long timeSeries() {
    return combinations.values().stream().mapToLong(Set::size).sum();
  }

  /** The quality of the records of both. */
  public Quality plus(Quality other) {
    Map<RowFault, Long> allFaults = new EnumMap<>(RowFault.class);
    allFaults.putAll(faults);
    other.faults.forEach((fault, count) -> allFaults.merge(fault, count, Long::sum));
    SortedMap<String, Long> allPresent = new TreeMap<>(present);
    other.present.forEach((column, count) -> allPresent.merge(column, count, Long::sum));
    return new Quality(
        rowsProcessed + other.rowsProcessed,
        rowsUsed + other.rowsUsed,
        rowsPartial + other.rowsPartial,
        rowsOutside + other.rowsOutside,
        rowsFiltered + other.rowsFiltered,
        allFaults,
        rowsReadable + other.rowsReadable,
        allPresent,
        union(values, other.values),
        union(combinations, other.combinations));
  }

  private static <T> SortedMap<String, Set<T>> union(
      SortedMap<String, Set<T>> one, SortedMap<String, Set<T>> other) {
    SortedMap<String, Set<T>> all = new TreeMap<>(one);
    other.forEach(
        (name, more) ->
            all.merge(
                name,
                more,
                (left, right) -> {
                  Set<T> both = new HashSet<>(left);
                  both.addAll(right);
                  return both;
                }));
    return all;
  }
}
