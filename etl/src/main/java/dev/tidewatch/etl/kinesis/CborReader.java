package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads the CBOR (RFC 8949) that Kinesis writes, item by item. */
final class CborReader {
  private static final int UNSIGNED = 0;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  private static final int TAG = 6;

  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xFF;
  private static final int FLOAT_64 = 0xFB;
  private static final int DEEPEST = 32;

  private final byte[] data;
  private int at;

  CborReader(byte[] data) {
    this.data = data;
  }

  /** It is not CBOR, or of a kind that is not looked for there. */
  static final class UnexpectedException extends Exception {
    UnexpectedException() {
      super("not the CBOR that was expected", null, false, false);
    }
  }

  int position() {
    return at;
  }

  boolean isAtEnd() {
    return at == data.length;
  }

  /** How many entries a map has, or -1 when a break ends it. */
  int map() throws UnexpectedException {
    return size(MAP);
  }

  /** How many items an array has, or -1 when a break ends it. */
  int array() throws UnexpectedException {
    return size(ARRAY);
  }

  private int size(int type) throws UnexpectedException {
    int head = head(type);
    return head == INDEFINITE ? -1 : length(head);
  }

  /** Takes the break that ends an array or map without a size, if it is next. */
  boolean tryBreak() throws UnexpectedException {
    if (peek() != BREAK) {
      return false;
    }
    at++;
    return true;
  }

  String text() throws UnexpectedException {
    int length = length(head(TEXT));
    at += length;
    return new String(data, at - length, length, UTF_8);
  }

  /** Takes a text if it is next and the same as this one. */
  boolean tryText(byte[] wanted) throws UnexpectedException {
    int start = at;
    int length = length(head(TEXT));
    if (Arrays.equals(data, at, at + length, wanted, 0, wanted.length)) {
      at += length;
      return true;
    }
    at = start;
    return false;
  }

  byte[] bytes() throws UnexpectedException {
    int length = length(head(BYTES));
    at += length;
    return Arrays.copyOfRange(data, at - length, at);
  }

  /** A time in epoch milliseconds: a number, tagged as time or not. */
  long epochMillis() throws UnexpectedException {
    if (peek() >>> 5 == TAG) {
      number(next() & 31);
    }
    if (peek() == FLOAT_64) {
      at++;
      return Math.round(Double.longBitsToDouble(bigEndian(Long.BYTES)));
    }
    return number(head(UNSIGNED));
  }

  /** Passes over an item, whatever it is. */
  void skip() throws UnexpectedException {
    skip(0);
  }

  private void skip(int depth) throws UnexpectedException {
    if (depth > DEEPEST) {
      throw new UnexpectedException();
    }
    int head = next();
    int type = head >>> 5;
    int info = head & 31;
    switch (type) {
      case BYTES, TEXT, ARRAY, MAP -> {
        if (info == INDEFINITE) {
          while (!tryBreak()) {
            skip(depth + 1);
          }
        } else if (type <= TEXT) {
          int length = length(info); // moves on itself, so not within the sum
          at += length;
        } else {
          for (long items = (long) length(info) * (type == MAP ? 2 : 1); items > 0; items--) {
            skip(depth + 1);
          }
        }
      }
      case TAG -> {
        number(info);
        skip(depth + 1);
      }
      default -> number(info); // whole numbers, and what is as long as one: floats, true, null
    }
  }

  private int head(int type) throws UnexpectedException {
    int head = next();
    if (head >>> 5 != type) {
      throw new UnexpectedException();
    }
    return head & 31;
  }

  /** A length, all of which must be there: no item is shorter than a byte. */
  private int length(int info) throws UnexpectedException {
    long length = number(info);
    if (length < 0 || length > data.length - at) {
      throw new UnexpectedException();
    }
    return (int) length;
  }

  private long number(int info) throws UnexpectedException {
    return switch (info) {
      case 24 -> bigEndian(1);
      case 25 -> bigEndian(2);
      case 26 -> bigEndian(4);
      case 27 -> bigEndian(8);
      case 28, 29, 30, INDEFINITE -> throw new UnexpectedException();
      default -> info;
    };
  }

  private long bigEndian(int bytes) throws UnexpectedException {
    if (bytes > data.length - at) {
      throw new UnexpectedException();
    }
    long number = 0;
    for (int end = at + bytes; at < end; at++) {
      number = number << 8 | (data[at] & 0xFF);
    }
    return number;
  }

  private int next() throws UnexpectedException {
    int head = peek();
    at++;
    return head;
  }

  private int peek() throws UnexpectedException {
    if (at >= data.length) {
      throw new UnexpectedException();
    }
    return data[at] & 0xFF;
  }
}
