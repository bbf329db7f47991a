package dev.tidewatch.evaluation.cube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.JsonFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimestampText;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A metric set as two files: {@code meta.json} (interval in seconds, dims, measures, aggregation)
 * and {@code data.csv.gz} (timestamp, dimensions, measures). Anything else in it is not read.
 */
public final class CubeFolder {
  private final Path folder;
  private final JsonNode meta;
  private final DataFile data;

  public CubeFolder(Path folder) {
    this.folder = folder;
    this.meta = JsonFile.read(description());
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
    List<String> dimensions = names("dims");
    try {
      return ScoringSettings.of(interval(), ZoneOffset.UTC, measures, dimensions);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private Duration interval() {
    JsonNode seconds = meta.path("interval");
    if (!seconds.isIntegralNumber()) {
      throw wrong("interval is a number of seconds, not " + seconds);
    }
    Duration interval = Duration.ofSeconds(seconds.asLong());
    return new SeriesSettings(interval, ZoneOffset.UTC, MissingRule.UNKNOWN).interval();
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
                    TimestampText.seconds(row, timestamp),
                    start ->
                        IntervalRows.at(
                            Instant.ofEpochSecond(start), dimensions.length, measures.length))
                .add(texts(row, dimensions), numbers(row, measures)));
    if (intervals.isEmpty()) {
      throw new MalformedData(data.path() + " has a header but no rows");
    }
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
    JsonNode listed = meta.path(key);
    Set<String> names = new LinkedHashSet<>();
    listed.forEach(name -> names.add(name.asText()));
    if (!listed.isArray() || names.size() < listed.size()) {
      throw wrong(key + " is a list of different names, not " + listed);
    }
    return List.copyOf(names);
  }

  /** A measure of which nothing is said is added up. */
  private Aggregation aggregation(String measure) {
    String name = meta.path("aggregation").path(measure).asText(Aggregation.SUM.name());
    try {
      return Aggregation.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw wrong("the aggregation of " + measure + " is SUM or AVG, not " + name);
    }
  }

  private Path description() {
    return folder.resolve("meta.json");
  }

  private MalformedData wrong(@Nullable String what) {
    return new MalformedData(description() + ": " + what);
  }
}
