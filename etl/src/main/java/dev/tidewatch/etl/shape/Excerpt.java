package dev.tidewatch.etl.shape;

import java.nio.charset.StandardCharsets;

/** The beginning of a text, to be shown to people. */
final class Excerpt {
  private static final int MAX_LENGTH = 100;

  private Excerpt() {}

  /** The text in single quotes; of a longer one its first {@value #MAX_LENGTH} bytes. */
  static String of(byte[] text, int from, int to) {
    boolean cut = to - from > MAX_LENGTH;
    int end = cut ? from + MAX_LENGTH : to;
    while (cut && end > from && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    String shown = new String(text, from, end - from, StandardCharsets.UTF_8);
    return cut ? "'" + shown + "…'" : "'" + shown + "'";
  }

  /** The message, cut to twice {@value #MAX_LENGTH} characters. */
  static String ofMessage(String message) {
    int max = 2 * MAX_LENGTH;
    return message.length() <= max ? message : message.substring(0, max - 1) + "…";
  }
}
