package dev.tidewatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files below a folder by their relative paths, to be compared with those of another run. */
record OutputTree(SortedMap<String, String> files) {

  /** The files of the named folders; a folder that is not there has none. */
  static OutputTree of(Path root, String... folders) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String folder : folders) {
      read(root, root.resolve(folder), files);
    }
    return new OutputTree(files);
  }

  /** The paths of files that one tree has and the other has not, or not with the same bytes. */
  List<String> differencesFrom(OutputTree other) {
    SortedSet<String> paths = new TreeSet<>(files.keySet());
    paths.addAll(other.files.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(files.get(path), other.files.get(path)))
        .toList();
  }

  /** Every line of every file, sorted: what is there, however it was cut into files. */
  List<String> lines() {
    return files.values().stream().flatMap(String::lines).sorted().toList();
  }

  private static void read(Path root, Path folder, SortedMap<String, String> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
