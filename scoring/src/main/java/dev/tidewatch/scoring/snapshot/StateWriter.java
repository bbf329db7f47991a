package dev.tidewatch.scoring.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Writes state as flat big-endian bytes and ends them with their CRC-32C. Every NaN is written as
 * the same bits, so equal states are equal bytes on every machine.
 */
public final class StateWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  public StateWriter(OutputStream out) {
    this.out = out;
  }

  public void integer(int value) {
    room(Integer.BYTES).putInt(value);
  }

  public void longer(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void real(double value) {
    longer(Double.doubleToLongBits(value));
  }

  public void text(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    integer(bytes.length);
    for (byte each : bytes) {
      room(1).put(each);
    }
  }

  public void floats(float[] values, int count) {
    int done = 0;
    while (done < count) {
      room(Float.BYTES);
      int end = Math.min(count, done + buffer.remaining() / Float.BYTES);
      for (; done < end; done++) {
        buffer.putInt(Float.floatToIntBits(values[done]));
      }
    }
  }

  /** Writes the checksum and flushes; the stream stays open. */
  public void end() {
    empty();
    int sum = (int) checksum.getValue();
    integer(sum);
    empty();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      empty();
    }
    return buffer;
  }

  private void empty() {
    checksum.update(buffer.array(), 0, buffer.position());
    try {
      out.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }
}
