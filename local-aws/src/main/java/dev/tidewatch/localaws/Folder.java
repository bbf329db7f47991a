package dev.tidewatch.localaws;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Where things are kept.
 *
 * @param temporary whether it goes away with the servers
 */
record Folder(Path path, boolean temporary) implements Closeable {
  /** The user's own folder, or, without one, a temporary one. */
  static Folder of(@Nullable Path own) {
    try {
      return own == null
          ? new Folder(Files.createTempDirectory("tidewatch-local-aws-"), true)
          : new Folder(Files.createDirectories(own.toAbsolutePath()), false);
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "the folder " + (own == null ? "for temporary files" : own) + " cannot be made: " + cause,
          cause);
    }
  }

  @Override
  public void close() {
    if (temporary) {
      try {
        Files.walkFileTree(path, new Deletion());
      } catch (IOException cause) {
        throw new UncheckedIOException(path + " could not be removed: " + cause, cause);
      }
    }
  }

  /** Takes files away while others may do the same. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      if (problem != null) {
        throw problem;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
