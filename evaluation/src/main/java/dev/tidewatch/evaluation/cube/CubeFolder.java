package dev.tidewatch.evaluation.cube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimestampText;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A metric set as two files: {@code meta.json} (interval in seconds, dims, measures, aggregation)
 * and {@code data.csv.gz} (timestamp, dimensions, measures). Anything else in it is not read.
 */
public final class CubeFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode meta;
  private final DataFile data;

  public CubeFolder(Path folder) {
    this.folder = folder;
    this.meta = meta(folder.resolve("meta.json"));
    this.data =
        DataFile.in(folder, "data.csv")
            .orElseThrow(() -> new MalformedData(folder + " has neither data.csv nor data.csv.gz"));
  }

  /** Whether a folder looks like one. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve("meta.json"))
        && DataFile.in(folder, "data.csv").isPresent();
  }

  /** All metric sets {@code cube/NAME} of a folder of data, by name; none if they are absent. */
  public static List<Path> all(Path data) {
    Path cubes = data.resolve("cube");
    if (!Files.isDirectory(cubes)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(cubes)) {
      return folders.filter(CubeFolder::is).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + cubes + ": " + e.getMessage(), e);
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  /** What the metric set's description says, and defaults for all else. */
  public ScoringSettings settings() {
    List<MeasureSettings> measures =
        names("measures").stream()
            .map(name -> MeasureSettings.of(name, aggregation(name)))
            .toList();
    return ScoringSettings.of(
        Duration.ofSeconds(meta.path("interval").asLong()),
        ZoneOffset.UTC,
        measures,
        names("dims"));
  }

  /** All rows, interval by interval in the order of time. */
  public List<IntervalRows> intervals() {
    CsvTable table = new CsvTable(data);
    int timestamp = table.column("timestamp");
    int[] dimensions = names("dims").stream().mapToInt(table::column).toArray();
    int[] measures = names("measures").stream().mapToInt(table::column).toArray();
    TreeMap<Long, IntervalRows.Builder> intervals = new TreeMap<>();
    table.forEach(
        row ->
            intervals
                .computeIfAbsent(
                    TimestampText.seconds(row.text(timestamp)),
                    start ->
                        IntervalRows.at(
                            Instant.ofEpochSecond(start), dimensions.length, measures.length))
                .add(texts(row, dimensions), numbers(row, measures)));
    return intervals.values().stream().map(IntervalRows.Builder::build).toList();
  }

  private static List<String> texts(CsvTable.Row row, int[] columns) {
    List<String> texts = new ArrayList<>(columns.length);
    for (int column : columns) {
      texts.add(row.text(column));
    }
    return texts;
  }

  private static double[] numbers(CsvTable.Row row, int[] columns) {
    double[] numbers = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      numbers[i] = row.number(columns[i]);
    }
    return numbers;
  }

  private List<String> names(String key) {
    List<String> names = new ArrayList<>();
    meta.path(key).forEach(name -> names.add(name.asText()));
    return names;
  }

  private Aggregation aggregation(String measure) {
    String name = meta.path("aggregation").path(measure).asText();
    return name.equals("AVG") ? Aggregation.AVG : Aggregation.SUM;
  }

  private static JsonNode meta(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return JSON.readTree(reader);
    } catch (IOException e) {
      throw new MalformedData("could not read " + file + ": " + e.getMessage());
    }
  }
}
