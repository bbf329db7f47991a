package dev.tidewatch.detector.intake.rows;

import static dev.tidewatch.metricset.timestamp.TimestampFormat.NOT_A_TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.detector.intake.ValueFilter;
import dev.tidewatch.detector.intake.text.Field;
import dev.tidewatch.detector.intake.text.Records;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.timestamp.TimestampReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a data set wants of a record, and says what is wrong with it. For one thread; holds
 * the record read last.
 */
final class RecordCheck {
  private static final int LONGEST_TIMESTAMP = 128;

  private final TimestampReader timestamps;
  private final int dimensionsAt;
  private final List<Set<String>> filters = new ArrayList<>();
  private final List<Field> dimensions = new ArrayList<>();
  private final double[] measures;
  private final boolean[] present;
  private String lastTimestamp = "";
  private long lastMillis = NOT_A_TIMESTAMP;
  private long millis;
  private int measuresPresent;

  RecordCheck(Dataset dataset) {
    this.timestamps = dataset.timestampFormat().reader(dataset.zone());
    this.measures = new double[dataset.measures().size()];
    this.dimensionsAt = 1 + measures.length;
    this.present = new boolean[dimensionsAt + dataset.dimensions().size()];
    for (String dimension : dataset.dimensions()) {
      dimensions.add(Field.of(""));
      filters.add(
          dataset.filters().stream()
              .filter(filter -> filter.dimension().equals(dimension))
              .map(ValueFilter::values)
              .reduce(RecordCheck::both)
              .orElse(Set.of()));
    }
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> either = new HashSet<>(one);
    either.addAll(other);
    return either;
  }

  /** The columns in the order a record is asked for them. */
  static List<String> columns(Dataset dataset) {
    List<String> columns = new ArrayList<>();
    columns.add(dataset.timestampColumn());
    dataset.measures().stream().map(DatasetMeasure::name).forEach(columns::add);
    columns.addAll(dataset.dimensions());
    return columns;
  }

  /** Reads a record whose columns can be told apart; empty when it can be used. */
  Optional<RowFault> read(Records record) {
    RowFault fault = null;
    fault = first(fault, readTimestamp(record.column(0).strip()));
    for (int i = 0; i < dimensions.size(); i++) {
      fault = first(fault, readDimension(i, record.column(dimensionsAt + i)));
    }
    measuresPresent = 0;
    for (int i = 0; i < measures.length; i++) {
      fault = first(fault, readMeasure(i, record.column(1 + i).strip()));
    }
    if (measuresPresent == 0) {
      fault = first(fault, Optional.of(RowFault.MEASURES_MISSING));
    }
    return Optional.ofNullable(fault);
  }

  private static @Nullable RowFault first(@Nullable RowFault fault, Optional<RowFault> next) {
    return fault == null ? next.orElse(null) : fault;
  }

  private Optional<RowFault> readTimestamp(Field text) {
    present[0] = text.length() > 0;
    if (!present[0]) {
      return Optional.of(RowFault.TIMESTAMP_MISSING);
    }
    millis = lastTimestamp.contentEquals(text) ? lastMillis : epochMillis(text);
    return millis == NOT_A_TIMESTAMP
        ? Optional.of(RowFault.TIMESTAMP_UNREADABLE)
        : Optional.empty();
  }

  /** Most records of a file have the timestamp of the one before. */
  private long epochMillis(Field text) {
    if (text.length() > LONGEST_TIMESTAMP) {
      return NOT_A_TIMESTAMP;
    }
    lastTimestamp = text.toString();
    byte[] bytes = lastTimestamp.getBytes(UTF_8);
    lastMillis = timestamps.epochMillis(bytes, 0, bytes.length);
    return lastMillis;
  }

  private Optional<RowFault> readDimension(int dimension, Field value) {
    dimensions.set(dimension, value);
    int length = value.length();
    present[dimensionsAt + dimension] = length > 0;
    if (length == 0) {
      return Optional.of(RowFault.DIMENSION_MISSING);
    }
    if (length > Dimension.MAX_VALUE_LENGTH
        && value.toString().codePointCount(0, length) > Dimension.MAX_VALUE_LENGTH) {
      return Optional.of(RowFault.DIMENSION_TOO_LONG);
    }
    for (int i = 0; i < length; i++) {
      if (value.charAt(i) == '\uFFFD') {
        return Optional.of(RowFault.DIMENSION_UNREADABLE);
      }
    }
    return Optional.empty();
  }

  private Optional<RowFault> readMeasure(int measure, Field text) {
    present[1 + measure] = text.length() > 0;
    measures[measure] = Double.NaN;
    if (text.length() == 0) {
      return Optional.empty();
    }
    measuresPresent++;
    double value = MeasureText.read(text);
    if (Double.isNaN(value)) {
      return Optional.of(RowFault.MEASURE_NOT_NUMERIC);
    }
    if (Math.abs(value) > MeasureText.LARGEST) {
      return Optional.of(RowFault.MEASURE_TOO_LARGE);
    }
    measures[measure] = value;
    return Optional.empty();
  }

  /** When the record is of, in epoch milliseconds. */
  long millis() {
    return millis;
  }

  List<Field> dimensions() {
    return dimensions;
  }

  double[] measures() {
    return measures;
  }

  boolean isPresent(int column) {
    return present[column];
  }

  boolean isPartial() {
    return measuresPresent < measures.length;
  }

  boolean isFilteredOut() {
    for (int i = 0; i < filters.size(); i++) {
      Set<String> wanted = filters.get(i);
      if (!wanted.isEmpty() && !wanted.contains(dimensions.get(i).toString())) {
        return true;
      }
    }
    return false;
  }
}
