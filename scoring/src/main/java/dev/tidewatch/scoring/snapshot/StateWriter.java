package dev.tidewatch.scoring.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Writes state as flat big-endian bytes in chunks, each led by its length and the CRC-32C of
 * everything so far, so that a reader need not believe a byte unchecked. An empty chunk is the end.
 * Every NaN is written as the same bits, so equal states are equal bytes on every machine.
 */
public final class StateWriter {
  static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
  private final ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES);

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

  /** Char by char, not as UTF-8: half a surrogate pair comes back as what it was, too. */
  public void text(String value) {
    integer(value.length());
    for (int i = 0; i < value.length(); i++) {
      room(Character.BYTES).putChar(value.charAt(i));
    }
  }

  public void floats(float[] values, int count) {
    int done = 0;
    while (done < count) {
      int end = Math.min(count, done + room(Float.BYTES).remaining() / Float.BYTES);
      for (; done < end; done++) {
        chunk.putInt(Float.floatToIntBits(values[done]));
      }
    }
  }

  /** Ends the bytes and flushes; the stream stays open. */
  public void end() {
    writeChunk();
    writeChunk();
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ByteBuffer room(int bytes) {
    if (chunk.remaining() < bytes) {
      writeChunk();
    }
    return chunk;
  }

  private void writeChunk() {
    checksum.update(chunk.array(), 0, chunk.position());
    head.clear().putInt(chunk.position()).putInt((int) checksum.getValue());
    try {
      out.write(head.array());
      out.write(chunk.array(), 0, chunk.position());
    } catch (IOException e) {
      throw failed(e);
    }
    chunk.clear();
  }

  private static UncheckedIOException failed(IOException cause) {
    return new UncheckedIOException("could not write the snapshot: " + cause.getMessage(), cause);
  }
}
