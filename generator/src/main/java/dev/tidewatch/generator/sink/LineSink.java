package dev.tidewatch.generator.sink;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a line for each record. */
public final class LineSink implements RecordSink {
  private static final int BUFFER_SIZE = 1 << 16;

  private final String name;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private int length;
  private long arrived;

  private LineSink(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  /**
   * A file, replaced if it exists; gzipped when its name ends with {@code .gz}.
   *
   * @param header the first line; none when it is empty
   */
  public static LineSink toFile(Path file, byte[] header) {
    try {
      OutputStream out = Files.newOutputStream(file);
      boolean gzip = file.toString().endsWith(".gz");
      return started(file.toString(), gzip ? new GZIPOutputStream(out, BUFFER_SIZE) : out, header);
    } catch (IOException e) {
      throw new SinkException("cannot write to " + file + ": " + reason(e), e);
    }
  }

  /** A stream somebody else opened; it is closed with the sink. */
  public static LineSink to(OutputStream out, byte[] header) {
    return started("standard output", out, header);
  }

  @Override
  public void send(TimeSeries series, RecordBuffer record) {
    write(record.array(), record.length());
    arrived++;
  }

  @Override
  public void flush() {
    drain();
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Delivery delivery() {
    return new Delivery(arrived, 0, 0);
  }

  @Override
  public void close() {
    try (out) {
      flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static LineSink started(String name, OutputStream out, byte[] header) {
    LineSink sink = new LineSink(name, out);
    if (header.length > 0) {
      sink.write(header, header.length);
    }
    return sink;
  }

  private void write(byte[] line, int lineLength) {
    if (length + lineLength + 1 > buffer.length) {
      drain();
    }
    if (lineLength + 1 > buffer.length) {
      writeThrough(line, lineLength);
    } else {
      System.arraycopy(line, 0, buffer, length, lineLength);
      length += lineLength;
    }
    buffer[length++] = '\n';
  }

  private void drain() {
    writeThrough(buffer, length);
    length = 0;
  }

  private void writeThrough(byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SinkException failed(IOException e) {
    return new SinkException("cannot write to " + name + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
  }
}
