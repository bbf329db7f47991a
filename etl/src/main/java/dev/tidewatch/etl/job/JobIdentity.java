package dev.tidewatch.etl.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Who a checkpoint belongs to: a name made once and kept in the checkpoint, known before Spark
 * starts the query, so that a second job is refused before it can disturb the first.
 */
final class JobIdentity {
  private static final String FILE = "job-id";

  private JobIdentity() {}

  /**
   * The name in the checkpoint; a new one is written where there is none, or where a crash left the
   * file without its content: nothing was delivered under such a name.
   */
  static String of(String checkpoint, Configuration hadoop) {
    try {
      Path file = new Path(checkpoint, FILE);
      FileSystem fileSystem = file.getFileSystem(hadoop);
      String name = read(fileSystem, file);
      return name.isEmpty() ? create(fileSystem, file) : name;
    } catch (IOException | IllegalArgumentException e) {
      throw CheckpointState.unusable(checkpoint, e);
    }
  }

  /** The name in the checkpoint; empty when there is none yet. Nothing is written. */
  static String look(FileSystem fileSystem, Path checkpoint) throws IOException {
    return read(fileSystem, new Path(checkpoint, FILE));
  }

  private static String read(FileSystem fileSystem, Path file) throws IOException {
    if (!fileSystem.exists(file)) {
      return "";
    }
    try (FSDataInputStream in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String create(FileSystem fileSystem, Path file) throws IOException {
    String name = UUID.randomUUID().toString();
    try (FSDataOutputStream out = fileSystem.create(file, true)) {
      out.write(name.getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return name;
  }
}
