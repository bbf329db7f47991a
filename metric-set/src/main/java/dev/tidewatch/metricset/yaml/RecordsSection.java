package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section {@code records}. */
final class RecordsSection {
  private static final List<String> CSV_KEYS = List.of("columns", "delimiter", "quote");
  private static final List<String> KEYS = List.of("format", "columns", "delimiter", "quote");
  private static final int MAX_COLUMNS = 1_000;

  private RecordsSection() {}

  static Optional<RecordFormat> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(RecordsSection::readKeys);
  }

  private static Optional<RecordFormat> readKeys(YamlMapping keys) {
    Optional<String> format =
        keys.required("format", "format: CSV")
            .flatMap(
                value -> value.as(RecordsSection::knownFormat, "record format", "Use CSV or JSON"));
    if (format.isEmpty()) {
      return Optional.empty();
    }
    if (format.get().equals("CSV")) {
      return readCsv(keys);
    }
    for (String key : CSV_KEYS) {
      keys.optional(key)
          .ifPresent(value -> value.problem("'" + key + "' goes with CSV only", "Remove it"));
    }
    return Optional.of(new RecordFormat.Json());
  }

  private static Optional<String> knownFormat(String text) {
    return Optional.of(text).filter(List.of("CSV", "JSON")::contains);
  }

  private static Optional<RecordFormat> readCsv(YamlMapping keys) {
    Optional<List<String>> columns =
        keys.required("columns", "columns: [marketplace, event_time, views]")
            .flatMap(RecordsSection::readColumns);
    Optional<String> delimiter = readSymbol(keys, "delimiter", ",");
    Optional<String> quote = readSymbol(keys, "quote", "\"");
    if (columns.isEmpty() || delimiter.isEmpty() || quote.isEmpty()) {
      return Optional.empty();
    }
    return keys.optional("delimiter")
        .or(() -> keys.optional("quote"))
        .orElse(keys.place())
        .attempt(
            () -> dialect(delimiter.get(), quote.get()),
            "Use a delimiter that no field holds, and quotes of another kind")
        .map(dialect -> new RecordFormat.Csv(dialect, columns.get()));
  }

  private static CsvDialect dialect(String delimiter, String quote) {
    Optional<Character> symbol = quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0));
    return new CsvDialect(delimiter.charAt(0), symbol, false);
  }

  /** One character; of quotes also none. */
  private static Optional<String> readSymbol(YamlMapping keys, String key, String fallback) {
    boolean mayBeEmpty = key.equals("quote");
    String remedy =
        mayBeEmpty
            ? "Use one character, or '' where nothing is quoted"
            : "Use one character, such as \",\" or \"\\t\"";
    Optional<YamlValue> value = keys.optional(key);
    if (value.isEmpty()) {
      return Optional.of(fallback);
    }
    Optional<String> text = value.get().anyText(remedy);
    Optional<String> symbol =
        text.filter(symbols -> symbols.length() == 1 || (mayBeEmpty && symbols.isEmpty()));
    if (text.isPresent() && symbol.isEmpty()) {
      value.get().problem("'" + text.get() + "' is not one character", remedy);
    }
    return symbol;
  }

  private static Optional<List<String>> readColumns(YamlValue value) {
    String remedy = "List the columns in the order of the record";
    Optional<List<YamlValue>> entries = value.list(1, MAX_COLUMNS, remedy);
    if (entries.isEmpty() || entries.get().isEmpty()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    for (YamlValue entry : entries.get()) {
      entry
          .text("Put the column's name in quotes")
          .ifPresent(
              column -> {
                if (columns.contains(column)) {
                  entry.problem(
                      "column '" + column + "' is listed twice", "Give each its own name");
                }
                columns.add(column);
              });
    }
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
  }
}
