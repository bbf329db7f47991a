package dev.tidewatch.evaluation.folder;

import java.nio.file.Files;
import java.nio.file.Path;
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
    Path folder = given(data, "--data");
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--data " + folder + " is no folder");
    }
    return folder;
  }

  /** The folder of results, which may not be there yet, and is not that of the data. */
  public Path results() {
    Path folder = given(results, "--results");
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

  private static Path given(@Nullable Path path, String option) {
    if (path == null) {
      throw new IllegalArgumentException(option + " DIR is missing");
    }
    return path;
  }
}
