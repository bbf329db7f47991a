package dev.tidewatch.scoring.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Reads what {@link StateWriter} wrote, and never believes it before the checksum was right. */
public final class StateReader {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_TEXT = 1 << 20;

  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private final byte[] buffer = new byte[BUFFER];

  public StateReader(InputStream in) {
    this.in = in;
  }

  public int integer() {
    return take(Integer.BYTES).getInt();
  }

  public long longer() {
    return take(Long.BYTES).getLong();
  }

  public double real() {
    return Double.longBitsToDouble(longer());
  }

  /** An integer that says how many of something follow. */
  public int count() {
    int count = integer();
    if (count < 0) {
      throw new DamagedSnapshot("the snapshot is damaged: a count is " + count);
    }
    return count;
  }

  public String text() {
    int length = count();
    if (length > MOST_TEXT) {
      throw new DamagedSnapshot("the snapshot is damaged: a text has " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    for (int done = 0; done < length; ) {
      int step = Math.min(BUFFER, length - done);
      take(step).get(bytes, done, step);
      done += step;
    }
    return new String(bytes, UTF_8);
  }

  public void floats(float[] into, int count) {
    for (int done = 0; done < count; ) {
      int step = Math.min(count - done, BUFFER / Float.BYTES);
      take(step * Float.BYTES).asFloatBuffer().get(into, done, step);
      done += step;
    }
  }

  /** Compares the checksum; the stream stays open and stands behind it. */
  public void end() {
    int expected = (int) checksum.getValue();
    int found = integer();
    if (expected != found) {
      throw new DamagedSnapshot(
          "the snapshot is damaged: its checksum is %08x, its bytes have %08x"
              .formatted(found, expected));
    }
  }

  private ByteBuffer take(int bytes) {
    try {
      int read = in.readNBytes(buffer, 0, bytes);
      if (read < bytes) {
        throw new DamagedSnapshot("the snapshot is damaged: it ends too early");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    checksum.update(buffer, 0, bytes);
    return ByteBuffer.wrap(buffer, 0, bytes);
  }
}
