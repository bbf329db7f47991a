package dev.tidewatch.detector.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The newest lines of a folder of {@link AuditFiles}, read from their end: however much was ever
 * changed, no more than a bound is read.
 */
public final class AuditTail {
  /** The longest line holds a request and its answer of 20,000 characters each. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int FIRST_BYTES = 64 * 1024;

  private final Path folder;
  private final int mostBytes;

  public AuditTail(Path folder) {
    this(folder, MOST_BYTES);
  }

  /**
   * @param mostBytes read in one go; lines before them are as if they were not there
   */
  AuditTail(Path folder, int mostBytes) {
    this.folder = requireNonNull(folder, "folder");
    this.mostBytes = mostBytes;
  }

  /** The newest lines, the newest first; so many at most. */
  public List<AuditLine> newest(int most) {
    List<String> lines = new ArrayList<>();
    int left = mostBytes;
    try {
      List<Path> files = new ArrayList<>(AuditFiles.files(folder));
      Collections.reverse(files);
      for (Path file : files) {
        if (lines.size() >= most || left <= 0) {
          break;
        }
        Tail tail = tail(file, most - lines.size(), left);
        lines.addAll(tail.newest(most - lines.size()));
        left -= tail.bytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit log in " + folder, e);
    }
    return lines.stream().map(AuditLine::of).toList();
  }

  /**
   * The end of a file.
   *
   * @param text from a line's beginning on
   * @param bytes that were read for it
   */
  private record Tail(String text, int bytes) {
    static final Tail NONE = new Tail("", 0);

    long lines() {
      return text.lines().count();
    }

    List<String> newest(int most) {
      List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
      Collections.reverse(lines);
      return lines.subList(0, Math.min(most, lines.size()));
    }
  }

  /** Looks further back until there are lines enough; most calls are answered by the first look. */
  private static Tail tail(Path file, int lines, int mostBytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      int most = (int) Math.min(size, mostBytes);
      int length = Math.min(FIRST_BYTES, most);
      Tail tail = read(channel, size, length);
      while (length < most && tail.lines() < lines) {
        length = (int) Math.min(4L * length, most);
        tail = read(channel, size, length);
      }
      return tail;
    } catch (NoSuchFileException gone) { // a new day has begun, and it was too old
      return Tail.NONE;
    }
  }

  private static Tail read(FileChannel channel, long size, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, size - length + bytes.position());
    }
    bytes.flip();
    if (length < size) {
      skipLine(bytes);
    }
    return new Tail(StandardCharsets.UTF_8.decode(bytes).toString(), length);
  }

  /** It began before. */
  private static void skipLine(ByteBuffer bytes) {
    boolean ended = false;
    while (bytes.hasRemaining() && !ended) {
      ended = bytes.get() == '\n';
    }
  }
}
