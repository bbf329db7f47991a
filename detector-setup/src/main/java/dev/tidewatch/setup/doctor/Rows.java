package dev.tidewatch.setup.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;

/**
 * The rows of an interval's files.
 *
 * @param columns those of all files
 * @param values each row's, by column
 */
record Rows(Set<String> columns, List<Map<String, String>> values) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Rows of(IntervalFiles files, FileFormatDescriptor format) {
    List<Map<String, String>> values = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (List<String> lines : files.lines()) {
      if (format.csvFormatDescriptor() != null) {
        addCsv(lines, format.csvFormatDescriptor(), columns, values);
      } else {
        lines.forEach(line -> values.add(json(line)));
      }
    }
    values.forEach(row -> columns.addAll(row.keySet()));
    return new Rows(columns, values);
  }

  private static void addCsv(
      List<String> lines,
      CsvFormatDescriptor csv,
      Set<String> columns,
      List<Map<String, String>> values) {
    boolean header = Optional.ofNullable(csv.containsHeader()).orElse(true);
    String delimiter = Optional.ofNullable(csv.delimiter()).orElse(",");
    String quote = Optional.ofNullable(csv.quoteSymbol()).orElse("\"");
    CsvDialect dialect =
        new CsvDialect(
            delimiter.charAt(0),
            quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0)),
            header);
    if (lines.isEmpty()) {
      return;
    }
    List<String> names = header ? CsvLine.fields(lines.get(0), dialect) : csv.headerList();
    columns.addAll(names);
    for (String line : lines.subList(header ? 1 : 0, lines.size())) {
      List<String> fields = CsvLine.fields(line, dialect);
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < Math.min(names.size(), fields.size()); column++) {
        row.put(names.get(column), fields.get(column));
      }
      values.add(row);
    }
  }

  private static Map<String, String> json(String line) {
    Map<String, String> row = new LinkedHashMap<>();
    try {
      JsonNode node = JSON.readTree(line);
      node.properties().forEach(field -> row.put(field.getKey(), field.getValue().asText()));
    } catch (JsonProcessingException wrong) {
      return row;
    }
    return row;
  }

  /** How many different combinations of the dimensions' values there are. */
  long combinations(List<String> dimensions) {
    return values.stream()
        .map(row -> dimensions.stream().map(name -> row.getOrDefault(name, "")).toList())
        .distinct()
        .count();
  }
}
