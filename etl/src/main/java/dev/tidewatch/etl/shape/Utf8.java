package dev.tidewatch.etl.shape;

/** Tells UTF-8 from other bytes, as RFC 3629 has it: no surrogates, nothing longer than need be. */
final class Utf8 {
  private Utf8() {}

  /** The length of the byte order mark the data begins with, or 0. */
  static int byteOrderMark(byte[] data) {
    return data.length >= 3
            && data[0] == (byte) 0xEF
            && data[1] == (byte) 0xBB
            && data[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** The index of the first byte that is no UTF-8 between two indexes, or the latter. */
  static int firstInvalid(byte[] data, int from, int to) {
    int at = from;
    while (at < to) {
      while (at + 8 <= to && (Bytes.eight(data, at) & Bytes.HIGH_BITS) == 0) {
        at += 8;
      }
      if (at == to) {
        return to;
      }
      int length = data[at] >= 0 ? 1 : sequenceLength(data, at, to);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return to;
  }

  /** How many bytes the character at an index has, from 2 to 4; 0 when they are invalid. */
  private static int sequenceLength(byte[] data, int at, int to) {
    int lead = data[at] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > to) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((data[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return isSecondAllowed(lead, data[at + 1] & 0xFF) ? length : 0;
  }

  private static boolean isSecondAllowed(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second < 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }

  /** How many characters valid UTF-8 holds, each counted once however many bytes it has. */
  static int characters(byte[] data, int from, int to) {
    int characters = 0;
    for (int i = from; i < to; i++) {
      if ((data[i] & 0xC0) != 0x80) {
        characters++;
      }
    }
    return characters;
  }
}
