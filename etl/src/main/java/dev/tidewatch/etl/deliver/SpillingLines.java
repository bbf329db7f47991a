package dev.tidewatch.etl.deliver;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines in parts of bounded size, in memory while they are few and in a file from then on. */
final class SpillingLines implements Closeable {
  private final int memoryBytes;
  private final int partBytes;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private final List<Part> parts = new ArrayList<>();
  private long length;
  private @Nullable FileChannel file;

  /** Bytes {@code [from, to)} and how many lines are in them. */
  private record Part(long from, long to, long lines) {}

  SpillingLines(int memoryBytes, int partBytes) {
    this.memoryBytes = memoryBytes;
    this.partBytes = partBytes;
  }

  void add(byte[] line) {
    memory.writeBytes(line);
    length += line.length;
    addToParts(line.length);
    if (memory.size() >= memoryBytes) {
      spill();
    }
  }

  private void addToParts(int bytes) {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last == null || last.to() - last.from() + bytes > partBytes) {
      parts.add(new Part(length - bytes, length, 1));
    } else {
      parts.set(parts.size() - 1, new Part(last.from(), length, last.lines() + 1));
    }
  }

  private void spill() {
    try {
      if (file == null) {
        Path path = Files.createTempFile("tidewatch-side-", ".jsonl");
        file =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      memory.writeTo(Channels.newOutputStream(file));
      memory.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep late and rejected records in the folder for temporary files: "
              + e.getMessage(),
          e);
    }
  }

  int parts() {
    return parts.size();
  }

  long lines(int part) {
    return parts.get(part).lines();
  }

  byte[] content(int part) {
    Part wanted = parts.get(part);
    if (file == null) {
      byte[] all = memory.toByteArray();
      return Arrays.copyOfRange(all, (int) wanted.from(), (int) wanted.to());
    }
    if (memory.size() > 0) {
      spill();
    }
    try {
      file.position(wanted.from());
      return Channels.newInputStream(file).readNBytes((int) (wanted.to() - wanted.from()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read back late and rejected records", e);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
