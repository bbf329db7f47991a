package dev.tidewatch.etl.shape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes eight at a time. */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final long ONES = 0x0101010101010101L;
  static final long HIGH_BITS = 0x8080808080808080L;

  private Bytes() {}

  /** The eight bytes from an index on, the first one lowest. */
  static long eight(byte[] data, int from) {
    return (long) LONGS.get(data, from);
  }

  /** The bytes between two indexes, no more than eight, the first one lowest. */
  static long upToEight(byte[] data, int from, int to) {
    int bytes = to - from;
    if (bytes == 8) {
      return eight(data, from);
    }
    if (from + 8 <= data.length) {
      return eight(data, from) & ((1L << (8 * bytes)) - 1);
    }
    long word = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      word = word << 8 | (data[from + i] & 0xFF);
    }
    return word;
  }

  /** The high bit of each byte that is zero; of bytes above such a one it may be set as well. */
  static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** The index of the first such byte between two indexes, or the latter. */
  static int indexOf(byte wanted, byte[] data, int from, int to) {
    long pattern = ONES * (wanted & 0xFF);
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long found = zeros(eight(data, at) ^ pattern);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && data[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Whether both stretches of bytes are the same. */
  static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (eight(left, leftFrom + i) != eight(right, rightFrom + i)) {
        return false;
      }
    }
    return i == length
        || upToEight(left, leftFrom + i, leftFrom + length)
            == upToEight(right, rightFrom + i, rightFrom + length);
  }
}
