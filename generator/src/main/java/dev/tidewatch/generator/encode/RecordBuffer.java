package dev.tidewatch.generator.encode;

import java.util.Arrays;

/** Bytes of one record after another: grows, is cleared and used again. Not for many threads. */
public final class RecordBuffer {
  private byte[] bytes = new byte[256];
  private int length;

  /** The bytes up to {@link #length()}; valid until the buffer is changed. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** A copy of the record's own. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public RecordBuffer clear() {
    length = 0;
    return this;
  }

  public RecordBuffer put(byte[] source) {
    makeRoom(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
    return this;
  }

  /** Keeps the first bytes only. */
  void truncate(int newLength) {
    length = Math.min(length, newLength);
  }

  /** Replaces a byte. */
  void set(int index, int value) {
    bytes[index] = (byte) value;
  }

  void put(int value) {
    makeRoom(1);
    bytes[length++] = (byte) value;
  }

  /** A number that is {@code unscaled} times 10<sup>-decimals</sup>, never below zero. */
  void putDecimal(long unscaled, int decimals) {
    int digits = Math.max(digits(unscaled), decimals + 1);
    int end = length + digits + (decimals > 0 ? 1 : 0);
    makeRoom(end - length);
    long rest = unscaled;
    int position = end;
    for (int i = 0; i < digits; i++) {
      if (i == decimals && decimals > 0) {
        bytes[--position] = '.';
      }
      bytes[--position] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
