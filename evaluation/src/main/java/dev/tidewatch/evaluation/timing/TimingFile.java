package dev.tidewatch.evaluation.timing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.evaluation.file.JsonFile;
import dev.tidewatch.evaluation.file.MalformedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the timings of a method beside its results, by set, in {@code timing.json}. */
public final class TimingFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /**
   * @param results the method's folder of results
   */
  public TimingFile(Path results) {
    file = requireNonNull(results, "results").resolve("timing.json");
  }

  /** The timings kept so far, by set; none if there is no file. */
  public Map<String, Timing> read() {
    Map<String, Timing> timings = new LinkedHashMap<>();
    if (Files.isRegularFile(file)) {
      tree().fields().forEachRemaining(set -> timings.put(set.getKey(), timing(set.getValue())));
    }
    return timings;
  }

  /** Adds a set's timing to those kept, or puts it in its place. */
  public void put(String set, Timing timing) {
    Map<String, Timing> timings = read();
    timings.put(set, timing);
    write(timings);
  }

  private void write(Map<String, Timing> timings) {
    ObjectNode root = JSON.createObjectNode();
    timings.forEach(
        (set, timing) ->
            root.putObject(set)
                .put("series", timing.series())
                .put("points", timing.points())
                .put("cpuNanos", timing.nanos()));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, root.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }

  private JsonNode tree() {
    try {
      return JsonFile.read(file);
    } catch (MalformedData e) {
      throw new MalformedData(e.getMessage() + "; it is not what an evaluation wrote: delete it");
    }
  }

  private static Timing timing(JsonNode node) {
    return new Timing(
        node.path("series").asLong(), node.path("points").asLong(), node.path("cpuNanos").asLong());
  }
}
