package dev.tidewatch.evaluation.series;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.file.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of time series, each a CSV file.
 *
 * @param name what the set is called, also the folder of its results: {@code nab}, {@code kpi/cmd}
 * @param files its files by name
 * @param columns what is written about each row
 */
public record SeriesSource(String name, List<DataFile> files, ScoreColumns columns) {
  public SeriesSource {
    requireNonNull(name, "name");
    files = List.copyOf(files);
    requireNonNull(columns, "columns");
  }

  /** The Numenta benchmark's series, {@code nab/data}; none if the folder is absent. */
  public static List<SeriesSource> nab(Path data) {
    return source("nab", data.resolve("nab/data"), ScoreColumns.SCORE);
  }

  /** All sets {@code kpi/NAME/series}. */
  public static List<SeriesSource> kpi(Path data) {
    List<SeriesSource> sources = new ArrayList<>();
    for (String set : foldersIn(data.resolve("kpi"))) {
      Path series = data.resolve("kpi").resolve(set).resolve("series");
      sources.addAll(source("kpi/" + set, series, ScoreColumns.SCORE_AND_SEVERITY));
    }
    return sources;
  }

  private static List<SeriesSource> source(String name, Path folder, ScoreColumns columns) {
    List<DataFile> files = DataFile.below(folder, ".csv");
    return files.isEmpty() ? List.of() : List.of(new SeriesSource(name, files, columns));
  }

  private static List<String> foldersIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder + ": " + e.getMessage(), e);
    }
  }
}
