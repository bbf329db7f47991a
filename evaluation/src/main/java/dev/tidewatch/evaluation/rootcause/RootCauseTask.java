package dev.tidewatch.evaluation.rootcause;

import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.timing.ProcessorTime;
import dev.tidewatch.evaluation.timing.Timing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Runs one method over all cases and writes {@code rca/pred.csv}.
 *
 * @param method the method
 * @param files the cases
 * @param results the method's folder of results
 */
public record RootCauseTask(RootCauseMethod method, List<DataFile> files, Path results)
    implements Callable<Timing> {
  /** The set's name in timings. */
  public static final String SET = "rca";

  public RootCauseTask {
    files = List.copyOf(files);
  }

  /** The cases of a folder of data; none if they are absent. */
  public static List<DataFile> cases(Path data) {
    return DataFile.below(data.resolve("rca/cases"), ".csv");
  }

  /** Answers how long the searches alone took; a point is a leaf. */
  @Override
  public Timing call() {
    List<String> lines = new ArrayList<>(List.of("case,set"));
    Timing total = Timing.NONE;
    for (DataFile file : files) {
      RootCauseCase leaves = RootCauseCase.read(file);
      long before = ProcessorTime.ofThisThread();
      List<Map<String, String>> causes = causes(file, leaves);
      long nanos = ProcessorTime.ofThisThread() - before;
      total = total.plus(new Timing(1, leaves.leaves().size(), nanos));
      lines.add(leaves.name() + "," + text(causes));
    }
    write(lines);
    return total;
  }

  private List<Map<String, String>> causes(DataFile file, RootCauseCase leaves) {
    try {
      return method.causes(leaves);
    } catch (IllegalArgumentException e) {
      throw new MalformedData(file.path() + ": " + e.getMessage());
    }
  }

  private static String text(List<Map<String, String>> causes) {
    return causes.stream().map(RootCauseTask::text).collect(Collectors.joining(";"));
  }

  private static String text(Map<String, String> scope) {
    return new TreeMap<>(scope)
        .entrySet().stream()
            .map(condition -> condition.getKey() + "=" + condition.getValue())
            .collect(Collectors.joining("&"));
  }

  private void write(List<String> lines) {
    Path file = results.resolve("rca/pred.csv");
    try {
      Files.createDirectories(file.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (String line : lines) {
          out.write(line);
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }
}
