package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Percent-encoding as signatures want it: all but letters, digits and {@code -._~}, upper case. */
final class PercentEncoding {
  private static final char[] HEXADECIMAL = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /** A path encoded, slashes left alone; a percent sign is a character like any other. */
  static String path(String path) {
    return encode(path.getBytes(UTF_8), true);
  }

  /** The parameters of a received query, encoded anew and sorted by name, then value. */
  static String query(String query) {
    List<Parameter> parameters = new ArrayList<>();
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.add(new Parameter(again(name), again(value)));
      }
    }
    parameters.sort(null);
    return String.join("&", parameters.stream().map(Parameter::text).toList());
  }

  private record Parameter(String name, String value) implements Comparable<Parameter> {
    @Override
    public int compareTo(Parameter other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : value.compareTo(other.value);
    }

    String text() {
      return name + "=" + value;
    }
  }

  private static String again(String encoded) {
    return encode(decode(encoded), false);
  }

  private static byte[] decode(String encoded) {
    byte[] bytes = encoded.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        if (i + 2 >= bytes.length) {
          throw malformed();
        }
        decoded.write(digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toByteArray();
  }

  private static int digit(byte character) {
    int value = Character.digit(character, 16);
    if (value < 0) {
      throw malformed();
    }
    return value;
  }

  private static RequestRefused malformed() {
    return RequestRefused.invalidSignature(
        "The query string is malformed: a percent sign must be followed by two hexadecimal digits");
  }

  private static String encode(byte[] bytes, boolean slashes) {
    StringBuilder encoded = new StringBuilder(bytes.length + 16);
    for (byte character : bytes) {
      if (isUnreserved(character) || (slashes && character == '/')) {
        encoded.append((char) character);
      } else {
        encoded
            .append('%')
            .append(HEXADECIMAL[(character >> 4) & 0xF])
            .append(HEXADECIMAL[character & 0xF]);
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(byte character) {
    return (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '.'
        || character == '_'
        || character == '~';
  }
}
