package dev.tidewatch.etl.deliver.store;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.deliver.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of this machine. An object is written to a hidden folder below it, forced to the disk,
 * and then given its name in one step, so that neither a reader nor a crash ever sees half of it,
 * and a crash leaves nothing beside the objects. The file system needs hard links, which are how a
 * name is taken only if it is free.
 */
public final class FolderObjectStore implements ObjectStore {
  private static final String TEMPORARY = ".tidewatch";

  private final Path folder;

  public FolderObjectStore(Path folder) {
    this.folder = requireNonNull(folder, "folder").toAbsolutePath().normalize();
  }

  @Override
  public void put(String key, byte[] content) {
    Path target = path(key);
    try {
      Path temporary = writeTemporary(target, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      force(parent(target));
    } catch (IOException e) {
      throw failed("write", key, e);
    }
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    Path target = path(key);
    try {
      if (Files.exists(target)) {
        return Arrays.equals(Files.readAllBytes(target), content);
      }
      Path temporary = writeTemporary(target, content);
      try {
        Files.createLink(target, temporary);
      } catch (FileAlreadyExistsException e) {
        return Arrays.equals(Files.readAllBytes(target), content);
      } finally {
        Files.deleteIfExists(temporary);
      }
      force(parent(target));
      return true;
    } catch (UnsupportedOperationException e) {
      throw failed("write", key, new IOException("its file system has no hard links", e));
    } catch (IOException e) {
      throw failed("write", key, e);
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.of(Files.readAllBytes(path(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("read", key, e);
    }
  }

  @Override
  public Stream<String> list(String prefix) {
    ObjectKey.checkPrefix(prefix);
    int slash = prefix.lastIndexOf('/');
    Path top = slash < 0 ? folder : folder.resolve(prefix.substring(0, slash));
    List<String> keys = new ArrayList<>();
    try {
      if (Files.isDirectory(top)) {
        Files.walkFileTree(top, new KeyCollector(prefix, keys));
      }
    } catch (IOException e) {
      throw failed("list", prefix, e);
    }
    return keys.stream().sorted();
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(path(key));
    } catch (IOException e) {
      throw failed("delete", key, e);
    }
  }

  @Override
  public String location() {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private Path path(String key) {
    return folder.resolve(ObjectKey.check(key));
  }

  private static Path parent(Path file) {
    return requireNonNull(file.getParent(), "a file lies in a folder");
  }

  private Path writeTemporary(Path target, byte[] content) throws IOException {
    Files.createDirectories(parent(target));
    Path hidden = Files.createDirectories(folder.resolve(TEMPORARY));
    Path temporary = hidden.resolve("." + UUID.randomUUID());
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
      return temporary;
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** Makes a name in the folder outlive a loss of power. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private UncheckedIOException failed(String what, String key, IOException cause) {
    return new UncheckedIOException(
        "cannot " + what + " " + location() + "/" + key + ": " + cause.getMessage(), cause);
  }

  /**
   * Collects the keys of the files below a folder that begin with a prefix; hidden ones are none.
   */
  private final class KeyCollector extends SimpleFileVisitor<Path> {
    private final String prefix;
    private final List<String> keys;

    KeyCollector(String prefix, List<String> keys) {
      this.prefix = prefix;
      this.keys = keys;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String key = keyOf(file);
      boolean hidden = file.getFileName().toString().startsWith(".");
      if (!hidden && key.startsWith(prefix)) {
        keys.add(key);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String key = keyOf(directory) + "/";
      boolean wanted = directory.equals(folder) || key.startsWith(prefix) || prefix.startsWith(key);
      return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE; // deleted meanwhile
      }
      throw failure;
    }

    private String keyOf(Path path) {
      return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
  }
}
