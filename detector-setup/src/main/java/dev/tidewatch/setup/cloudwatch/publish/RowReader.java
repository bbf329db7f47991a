package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import dev.tidewatch.metricset.csv.MalformedCsv;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the CSV of an interval file, whose header names its columns. */
final class RowReader {
  private final MetricSet metricSet;

  RowReader(MetricSet metricSet) {
    this.metricSet = metricSet;
  }

  /**
   * The rows of a file.
   *
   * @param name what a problem is said to be in
   * @throws IllegalStateException when it is no file of the metric set
   */
  List<Row> read(String text, String name) {
    List<String> records = records(text);
    List<Row> rows = new ArrayList<>();
    try {
      List<String> header = CsvLine.fields(records.get(0), CsvDialect.RFC_4180);
      for (String line : records.subList(1, records.size())) {
        rows.add(row(header, CsvLine.fields(line, CsvDialect.RFC_4180)));
      }
    } catch (MalformedCsv | IllegalArgumentException mistake) {
      throw new IllegalStateException(
          name + " is no interval file, in row " + (rows.size() + 1) + ": " + mistake.getMessage(),
          mistake);
    }
    return rows;
  }

  private Row row(List<String> header, List<String> fields) {
    if (header.size() != fields.size()) {
      throw new IllegalArgumentException(
          fields.size() + " fields, where the header has " + header.size());
    }
    Map<String, String> dimensions = new HashMap<>();
    for (Dimension dimension : metricSet.dimensions()) {
      dimensions.put(dimension.name(), fields.get(column(header, dimension.name())));
    }
    Map<String, BigDecimal> values = new HashMap<>();
    for (Measure measure : metricSet.measures()) {
      String value = fields.get(column(header, measure.name()));
      if (!value.isEmpty()) {
        values.put(measure.name(), number(measure, value));
      }
    }
    return new Row(dimensions, values);
  }

  private static BigDecimal number(Measure measure, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException other) {
      throw new IllegalArgumentException(
          "'" + text + "' of " + measure.name() + " is no number", other);
    }
  }

  private static int column(List<String> header, String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return index;
  }

  /** Cuts at the line breaks that stand in no quotes. */
  private static List<String> records(String text) {
    List<String> records = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"') {
        quoted = !quoted;
      } else if (character == '\n' && !quoted) {
        records.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length() || records.isEmpty()) {
      records.add(text.substring(start));
    }
    return records;
  }
}
