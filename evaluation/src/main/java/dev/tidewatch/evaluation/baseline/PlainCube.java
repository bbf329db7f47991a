package dev.tidewatch.evaluation.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimestampText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A cube as one value for each measure, leaf and interval. */
final class PlainCube {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode meta;
  private final List<String> dimensions;
  private final List<String> measures;
  private final Map<List<String>, Integer> leaves = new LinkedHashMap<>();
  private final SortedMap<Long, Map<Integer, double[]>> intervals = new TreeMap<>();

  PlainCube(Path folder) {
    meta = meta(folder.resolve("meta.json"));
    dimensions = names("dims");
    measures = names("measures");
    CsvTable table =
        new CsvTable(
            DataFile.in(folder, "data.csv")
                .orElseThrow(
                    () -> new MalformedData(folder + " has neither data.csv nor data.csv.gz")));
    int timestamp = table.column("timestamp");
    int[] keys = dimensions.stream().mapToInt(table::column).toArray();
    int[] values = measures.stream().mapToInt(table::column).toArray();
    table.forEach(row -> add(row, timestamp, keys, values));
  }

  private void add(CsvTable.Row row, int timestamp, int[] keys, int[] values) {
    List<String> key = new ArrayList<>();
    for (int column : keys) {
      key.add(row.text(column));
    }
    int leaf = leaves.computeIfAbsent(key, unknown -> leaves.size());
    double[] numbers = new double[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.number(values[i]);
    }
    intervals
        .computeIfAbsent(TimestampText.seconds(row.text(timestamp)), start -> new TreeMap<>())
        .put(leaf, numbers);
  }

  Duration interval() {
    return Duration.ofSeconds(meta.path("interval").asLong());
  }

  List<String> dimensions() {
    return dimensions;
  }

  List<String> measures() {
    return measures;
  }

  /** The values of all leaves that ever appear, in the order of their numbers. */
  List<List<String>> leaves() {
    return List.copyOf(leaves.keySet());
  }

  /** The starts of all intervals there are, in order. */
  List<Long> starts() {
    return List.copyOf(intervals.keySet());
  }

  /** A leaf's value, NaN where it has none then. */
  double value(long start, int leaf, int measure) {
    double[] numbers = intervals.getOrDefault(start, Map.of()).get(leaf);
    return numbers == null ? Double.NaN : numbers[measure];
  }

  /** The sum of all leaves' values, or their mean for an average; NaN where there are none. */
  double total(long start, int measure) {
    double[] values =
        intervals.getOrDefault(start, Map.of()).values().stream()
            .mapToDouble(numbers -> numbers[measure])
            .filter(Double::isFinite)
            .toArray();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    boolean average = meta.path("aggregation").path(measures.get(measure)).asText().equals("AVG");
    return values.length == 0 ? Double.NaN : average ? sum / values.length : sum;
  }

  private List<String> names(String key) {
    return StreamSupport.stream(meta.path(key).spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode meta(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new MalformedData("could not read " + file + ": " + e.getMessage());
    }
  }
}
