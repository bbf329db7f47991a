package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.RecordFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of the interval files: each has a name of its own, and a field of the records. */
public final class ColumnsSection {
  private static final List<String> DIMENSION_KEYS = List.of("name", "field");
  private static final List<String> MEASURE_KEYS =
      List.of("name", "field", "aggregation", "decimals");
  private static final String NAME_REMEDY =
      "Use 1 to 63 letters, digits, _ and -, the first a letter or digit";
  private static final Pattern JSON_PATH = Pattern.compile("[^.]+(\\.[^.]+)*");

  private final @Nullable RecordFormat format;
  private final Set<String> names = new HashSet<>();

  /**
   * @param format of the records; null when there are none, or it is a problem itself
   */
  public ColumnsSection(@Nullable RecordFormat format) {
    this.format = format;
  }

  /** The dimensions; those with problems are left out. */
  public List<Dimension> readDimensions(YamlValue section) {
    return section
        .list(0, MetricSet.MAX_DIMENSIONS, "List the dimensions, as in [platform, marketplace]")
        .orElse(List.of())
        .stream()
        .flatMap(entry -> readDimension(entry).stream())
        .toList();
  }

  /** The measures; those with problems are left out. */
  public List<Measure> readMeasures(YamlValue section) {
    return section
        .list(1, MetricSet.MAX_MEASURES, "List the measures, as in [views, revenue]")
        .orElse(List.of())
        .stream()
        .flatMap(entry -> readMeasure(entry).stream())
        .toList();
  }

  private Optional<Dimension> readDimension(YamlValue entry) {
    if (!entry.isMapping()) {
      return readName(entry).filter(name -> isField(entry, name)).map(Dimension::of);
    }
    return entry
        .mapping(DIMENSION_KEYS)
        .flatMap(
            keys -> {
              Optional<String> name = keys.required("name", "name: market").flatMap(this::readName);
              Optional<String> field = readField(keys, "name", name.orElse(null));
              return name.flatMap(known -> field.map(source -> new Dimension(known, source)));
            });
  }

  private Optional<Measure> readMeasure(YamlValue entry) {
    if (!entry.isMapping()) {
      return readName(entry)
          .filter(name -> isField(entry, name))
          .map(name -> Measure.of(name, Aggregation.SUM));
    }
    return entry.mapping(MEASURE_KEYS).flatMap(this::readMeasureKeys);
  }

  private Optional<Measure> readMeasureKeys(YamlMapping keys) {
    Optional<String> name = keys.required("name", "name: revenue").flatMap(this::readName);
    Optional<String> field = readField(keys, "name", name.orElse(null));
    Optional<Aggregation> aggregation =
        keys.optional("aggregation")
            .map(
                value ->
                    value.as(ColumnsSection::parseAggregation, "aggregation", "Use SUM or AVG"))
            .orElse(Optional.of(Aggregation.SUM));
    Optional<Integer> decimals =
        keys.optional("decimals")
            .map(value -> value.wholeNumber(0, Measure.MAX_DECIMALS))
            .orElse(Optional.of(Measure.DEFAULT_DECIMALS));
    if (name.isEmpty() || field.isEmpty() || aggregation.isEmpty() || decimals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Measure(name.get(), field.get(), aggregation.get(), decimals.get()));
  }

  private static Optional<Aggregation> parseAggregation(String text) {
    return Arrays.stream(Aggregation.values())
        .filter(aggregation -> aggregation.name().equals(text))
        .findFirst();
  }

  /** The name of a column of the interval files, which no other column has. */
  Optional<String> readName(YamlValue value) {
    return value
        .as(ColumnName::parse, "column name", NAME_REMEDY)
        .filter(name -> isNew(value, name));
  }

  private boolean isNew(YamlValue value, String name) {
    boolean isNew = names.add(name);
    if (!isNew) {
      value.problem(
          "'" + name + "' names another column already",
          "Timestamp, dimensions and measures need different names");
    }
    return isNew;
  }

  /**
   * Where the records hold a column: what is written, else under the column's own name.
   *
   * @param nameKey the key the name is read from
   * @param name the column's name; null when it is a problem itself
   */
  Optional<String> readField(YamlMapping keys, String nameKey, @Nullable String name) {
    Optional<YamlValue> written = keys.optional("field");
    if (written.isPresent()) {
      return written
          .get()
          .text("Name the field of the records")
          .filter(field -> isField(written.get(), field));
    }
    return Optional.ofNullable(name)
        .filter(field -> isField(keys.optional(nameKey).orElse(keys.place()), field));
  }

  private boolean isField(YamlValue value, String field) {
    if (format == null) {
      return true;
    }
    if (format instanceof RecordFormat.Csv csv) {
      return isColumn(value, field, csv.columns());
    }
    if (!JSON_PATH.matcher(field).matches()) {
      value.problem(
          "'" + field + "' is no path of JSON keys",
          "Join keys by single dots, as in total.amount");
      return false;
    }
    return true;
  }

  private static boolean isColumn(YamlValue value, String field, List<String> columns) {
    if (columns.contains(field)) {
      return true;
    }
    value.problem(
        "'" + field + "' is no column of the records",
        Suggestion.nearest(field, columns)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Use one of records.columns: " + String.join(", ", columns)));
    return false;
  }
}
