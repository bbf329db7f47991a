package dev.tidewatch.evaluation.file;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of data, plain or packed with gzip.
 *
 * @param name its path inside the folder it was found in, without {@code .gz}, parts divided by /
 * @param path where it lies
 */
public record DataFile(String name, Path path) {
  private static final String PACKED = ".gz";
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public DataFile {
    requireNonNull(name, "name");
    requireNonNull(path, "path");
  }

  /**
   * All files below a folder whose name, without {@code .gz}, ends so; by name, none if absent. Of
   * a file that lies there in both forms the plain one is taken.
   */
  public static List<DataFile> below(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> new DataFile(nameOf(folder.relativize(path)), path))
          .filter(file -> file.name().endsWith(ending))
          .filter(file -> !file.isPacked() || !Files.isRegularFile(file.unpacked()))
          .sorted(Comparator.comparing(DataFile::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The file of that name inside the folder, or its packed form; empty if there is neither. */
  public static Optional<DataFile> in(Path folder, String name) {
    return Stream.of(folder.resolve(name), folder.resolve(name + PACKED))
        .filter(Files::isRegularFile)
        .map(path -> new DataFile(name, path))
        .findFirst();
  }

  /** How many bytes it has on disk, a hint of how long it takes. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Its text, UTF-8, without the mark some spreadsheets put before it. */
  public BufferedReader open() {
    try {
      BufferedReader text =
          new BufferedReader(new InputStreamReader(bytes(), StandardCharsets.UTF_8), BUFFER);
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private InputStream bytes() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      return isPacked() ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** What to throw when it could not be read. */
  public UncheckedIOException failed(IOException cause) {
    String why = cause instanceof EOFException ? "it ends too early" : cause.getMessage();
    return new UncheckedIOException("could not read " + path + ": " + why, cause);
  }

  private boolean isPacked() {
    return path.toString().endsWith(PACKED);
  }

  private Path unpacked() {
    return path.resolveSibling(nameOf(path.getFileName()));
  }

  private static String nameOf(Path relative) {
    String name = relative.toString().replace('\\', '/');
    return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
  }
}
