package dev.tidewatch.detector.intake.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first rows of a text as they stand there, for people to look at. */
public final class RawRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RawRows() {}

  /** The first CSV records that can be read, a header among them. */
  public static List<List<String>> csv(String text, CsvDialect dialect, int most) {
    CharWindow window = new CharWindow(new StringReader(text));
    CsvScanner scanner = new CsvScanner(window, dialect);
    List<List<String>> rows = new ArrayList<>();
    try {
      window.skipByteOrderMark();
      while (rows.size() < most && scanner.next()) {
        List<String> row = new ArrayList<>();
        boolean isWhole =
            scanner.read(
                    (number, from, to, doubled) ->
                        row.add(
                            doubled
                                ? new String(scanner.undoubled(from, to))
                                : new String(window.chars(), window.index(from), to - from)))
                == null;
        if (isWhole) {
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no trouble
    }
    return rows;
  }

  /** The first lines that are JSON objects: their keys and the texts of their values. */
  public static List<Map<String, String>> json(String text, int most) {
    List<Map<String, String>> rows = new ArrayList<>();
    text.lines().flatMap(line -> object(line).stream()).limit(most).forEach(rows::add);
    return rows;
  }

  private static Optional<Map<String, String>> object(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json == null || !json.isObject()) {
        return Optional.empty();
      }
      Map<String, String> row = new LinkedHashMap<>();
      json.properties().forEach(field -> row.put(field.getKey(), text(field.getValue())));
      return Optional.of(row);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
