package dev.tidewatch.scoring.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Reads what {@link StateWriter} wrote; hands out no byte before its checksum was right. */
public final class StateReader {
  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private final byte[] bytes = new byte[StateWriter.CHUNK];
  private ByteBuffer chunk = ByteBuffer.allocate(0);

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
    return countBelow(Integer.MAX_VALUE);
  }

  /** An integer of 0 and more that is below that. */
  public int countBelow(int limit) {
    int count = integer();
    if (count < 0 || count >= limit) {
      throw damaged("a number is %d, not 0 to %d".formatted(count, limit - 1));
    }
    return count;
  }

  public String text() {
    int length = count();
    StringBuilder text = new StringBuilder(Math.min(length, StateWriter.CHUNK));
    for (int i = 0; i < length; i++) {
      text.append(take(Character.BYTES).getChar());
    }
    return text.toString();
  }

  public void floats(float[] into, int count) {
    for (int done = 0; done < count; ) {
      int step = Math.min(count - done, take(Float.BYTES).remaining() / Float.BYTES);
      chunk.asFloatBuffer().get(into, done, step);
      chunk.position(chunk.position() + step * Float.BYTES);
      done += step;
    }
  }

  /** Makes sure that this is the end; the stream stays open and stands behind it. */
  public void end() {
    if (chunk.hasRemaining() || readChunk() > 0) {
      throw damaged("there is more than there should be");
    }
  }

  private ByteBuffer take(int wanted) {
    if (!chunk.hasRemaining()) {
      readChunk();
    }
    if (chunk.remaining() < wanted) {
      throw damaged("it ends too early");
    }
    return chunk;
  }

  private int readChunk() {
    int length = part(Integer.BYTES).getInt();
    int expected = part(Integer.BYTES).getInt();
    if (length < 0 || length > bytes.length) {
      throw damaged("a chunk has %d bytes".formatted(length));
    }
    chunk = part(length);
    checksum.update(bytes, 0, length);
    if (expected != (int) checksum.getValue()) {
      throw damaged(
          "a checksum is %08x, its bytes have %08x".formatted(expected, (int) checksum.getValue()));
    }
    return length;
  }

  private ByteBuffer part(int length) {
    try {
      if (in.readNBytes(bytes, 0, length) < length) {
        throw damaged("it ends too early");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the snapshot: " + e.getMessage(), e);
    }
    return ByteBuffer.wrap(bytes, 0, length);
  }

  private static DamagedSnapshot damaged(String how) {
    return new DamagedSnapshot("the snapshot is damaged: " + how);
  }
}
