package dev.tidewatch.evaluation.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a folder of data and one of results. */
public final class Folders {
  @Option(names = "--data", paramLabel = "DIR", description = "The folder of data.")
  private @Nullable Path data;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "The folder of results; a baseline's are in baselines/NAME in it.")
  private @Nullable Path results;

  /** The folder of data, which is there. */
  public Path data() {
    return existing(data).orElseThrow(() -> missing("--data"));
  }

  /** The folder of results, which may not be there yet, and is not that of the data. */
  public Path results() {
    Path folder = Optional.ofNullable(results).orElseThrow(() -> missing("--results"));
    Path absolute = folder.toAbsolutePath().normalize();
    if (absolute.equals(data().toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "--results " + folder + " is the folder of data; results need one of their own");
    }
    return folder;
  }

  /** Where a baseline's results go, in the same layout as the engine's. */
  public static Path ofBaseline(Path results, String name) {
    return results.resolve("baselines").resolve(name);
  }

  /** The folder given with {@code --data}, if one is; it must be there. */
  public static Optional<Path> existing(@Nullable Path data) {
    if (data != null && !Files.isDirectory(data)) {
      throw new IllegalArgumentException("--data " + data + " is no folder");
    }
    return Optional.ofNullable(data);
  }

  private static IllegalArgumentException missing(String option) {
    return new IllegalArgumentException(option + " DIR is missing");
  }
}
