package dev.tidewatch.etl.shape;

import dev.tidewatch.etl.shape.FieldValues.Kind;

/**
 * Finds fields in plain JSON objects, without allocating. It either finds what the {@link
 * JacksonDecoder} would, or says that the record is odd: escapes or control characters in strings,
 * a needed key twice, deep nesting, and everything that is no JSON.
 *
 * <p>Methods take an index and answer the index behind what they read, or {@link #ODD}.
 */
final class JsonScanner {
  private static final int ODD = -1;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME_LENGTH = 1_000;
  private static final long QUOTES = Bytes.ONES * '"';
  private static final long BACKSLASHES = Bytes.ONES * '\\';
  private static final long FIRST_PRINTABLES = Bytes.ONES * ' ';

  private final JsonFields root;
  private long record;
  private byte[] data = {};
  private int end;

  JsonScanner(JsonFields root) {
    this.root = root;
  }

  /** Whether the record is plain; when not, some fields may have been set to anything. */
  boolean scan(byte[] data, int from, int to, FieldValues values) {
    this.data = data;
    this.end = to;
    record++;
    int at = blanks(from);
    if (at == end || data[at] != '{') {
      return false;
    }
    at = object(at + 1, root, values);
    return at != ODD && blanks(at) == end;
  }

  private int object(int from, JsonFields keys, FieldValues values) {
    int at = blanks(from);
    if (at < end && data[at] == '}') {
      return at + 1;
    }
    int guess = 0;
    while (at < end && data[at] == '"') {
      int nameFrom = at + 1;
      int nameTo = stringEnd(nameFrom);
      at = valueFrom(nameFrom, nameTo);
      if (at == ODD) {
        return ODD;
      }
      int key = keys.key(data, nameFrom, nameTo, guess);
      if (key == JsonFields.NONE) {
        at = value(at, 1);
      } else {
        at = keys.see(key, record) ? neededValue(at, keys, key, values) : ODD;
        guess = key + 1;
      }
      if (at == ODD) {
        return ODD;
      }
      at = blanks(at);
      if (at < end && data[at] == '}') {
        return at + 1;
      }
      if (at == end || data[at] != ',') {
        return ODD;
      }
      at = blanks(at + 1);
    }
    return ODD;
  }

  /** Reads the colon after a name. */
  private int valueFrom(int nameFrom, int nameTo) {
    if (nameTo == ODD || nameTo - nameFrom > MAX_NAME_LENGTH) {
      return ODD;
    }
    int at = blanks(nameTo + 1);
    return at < end && data[at] == ':' ? blanks(at + 1) : ODD;
  }

  private int neededValue(int at, JsonFields keys, int key, FieldValues values) {
    if (at == end) {
      return ODD;
    }
    byte first = data[at];
    JsonFields child = keys.child(key);
    if (child != null) {
      return first == '{' ? object(at + 1, child, values) : ODD;
    }
    if (first == '"') {
      int stringEnd = stringEnd(at + 1);
      if (stringEnd == ODD) {
        return ODD;
      }
      values.set(keys.field(key), Kind.TEXT, data, at + 1, stringEnd);
      return stringEnd + 1;
    }
    if (first == '-' || isDigit(first)) {
      int numberEnd = numberEnd(at);
      if (numberEnd != ODD) {
        values.set(keys.field(key), Kind.NUMBER, data, at, numberEnd);
      }
      return numberEnd;
    }
    int literalEnd = literalEnd(at);
    if (literalEnd != ODD && first != 'n') {
      values.set(keys.field(key), Kind.BOOLEAN, data, at, literalEnd);
    }
    return literalEnd;
  }

  /** Reads a value that is not needed. */
  private int value(int at, int depth) {
    if (at == end || depth > MAX_DEPTH) {
      return ODD;
    }
    byte first = data[at];
    if (first == '"') {
      int stringEnd = stringEnd(at + 1);
      return stringEnd == ODD ? ODD : stringEnd + 1;
    }
    if (first == '-' || isDigit(first)) {
      return numberEnd(at);
    }
    if (first == '{' || first == '[') {
      return structure(at + 1, first == '{', depth);
    }
    return literalEnd(at);
  }

  /** Reads an object or array that is not needed. */
  private int structure(int from, boolean named, int depth) {
    byte close = (byte) (named ? '}' : ']');
    int at = blanks(from);
    if (at < end && data[at] == close) {
      return at + 1;
    }
    while (true) {
      if (named) {
        at = at < end && data[at] == '"' ? valueFrom(at + 1, stringEnd(at + 1)) : ODD;
      }
      at = at == ODD ? ODD : value(at, depth + 1);
      if (at == ODD) {
        return ODD;
      }
      at = blanks(at);
      if (at < end && data[at] == close) {
        return at + 1;
      }
      if (at == end || data[at] != ',') {
        return ODD;
      }
      at = blanks(at + 1);
    }
  }

  private int blanks(int from) {
    int at = from;
    while (at < end && data[at] <= ' ' && isBlank(data[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  }

  /** The index of the quote that ends the string. */
  private int stringEnd(int from) {
    int at = from;
    for (; at + 8 <= end; at += 8) {
      long word = Bytes.eight(data, at);
      long quotes = Bytes.zeros(word ^ QUOTES);
      long odd =
          Bytes.zeros(word ^ BACKSLASHES) | ((word - FIRST_PRINTABLES) & ~word & Bytes.HIGH_BITS);
      long found = quotes | odd;
      if (found != 0) {
        // The lowest bit found is right, whichever test it is from; those above it may not be.
        long first = found & -found;
        return (quotes & first) != 0 && (odd & first) == 0
            ? at + (Long.numberOfTrailingZeros(first) >>> 3)
            : ODD;
      }
    }
    for (; at < end; at++) {
      byte character = data[at];
      if (character == '"') {
        return at;
      }
      if (character == '\\' || (character >= 0 && character < ' ')) {
        return ODD;
      }
    }
    return ODD;
  }

  private int numberEnd(int from) {
    int at = data[from] == '-' ? from + 1 : from;
    int integerFrom = at;
    at = digits(at);
    if (at == integerFrom || (data[integerFrom] == '0' && at > integerFrom + 1)) {
      return ODD;
    }
    if (at < end && data[at] == '.') {
      int fractionFrom = at + 1;
      at = digits(fractionFrom);
      if (at == fractionFrom) {
        return ODD;
      }
    }
    return at < end && (data[at] | 0x20) == 'e' ? exponentEnd(at + 1) : at;
  }

  private int exponentEnd(int from) {
    int digitsFrom = from < end && (data[from] == '-' || data[from] == '+') ? from + 1 : from;
    int at = digits(digitsFrom);
    return at == digitsFrom ? ODD : at;
  }

  private int digits(int from) {
    int at = from;
    while (at < end && isDigit(data[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private int literalEnd(int at) {
    return switch (data[at]) {
      case 't' -> literal(at, 't', 'r', 'u', 'e');
      case 'n' -> literal(at, 'n', 'u', 'l', 'l');
      case 'f' -> literal(at + 1, 'a', 'l', 's', 'e');
      default -> ODD;
    };
  }

  private int literal(int at, char first, char second, char third, char fourth) {
    return at + 4 <= end
            && data[at] == first
            && data[at + 1] == second
            && data[at + 2] == third
            && data[at + 3] == fourth
        ? at + 4
        : ODD;
  }
}
