package dev.tidewatch.detector.intake.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;

/** The beginning of a file: compressed or not, in some charset. */
record SampleText(boolean gzip, Charset charset, boolean charsetIsCertain, String text) {
  /** How much of a file is looked at. */
  static final int MOST_BYTES = 256 * 1024;

  /** Of the first bytes of a file, finding out the rest. */
  static SampleText of(byte[] stored) {
    boolean gzip = isGzip(stored);
    byte[] bytes = gzip ? expanded(stored) : stored;
    Charset charset = charset(bytes);
    boolean isCertain = !charset.equals(ISO_8859_1);
    return new SampleText(gzip, charset, isCertain, wholeLines(decoded(bytes, charset), bytes));
  }

  /** Of the first bytes of a file that is known to be written so. */
  static SampleText of(byte[] stored, boolean gzip, Charset charset) {
    byte[] bytes = gzip && isGzip(stored) ? expanded(stored) : stored;
    return new SampleText(gzip, charset, true, wholeLines(decoded(bytes, charset), bytes));
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** As much as comes out of what is there; a cut-off file ends early. */
  private static byte[] expanded(byte[] stored) {
    ByteArrayOutputStream expanded = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream zipped = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      int count = zipped.read(buffer);
      while (count >= 0 && expanded.size() < MOST_BYTES) {
        expanded.write(buffer, 0, count);
        count = zipped.read(buffer);
      }
    } catch (IOException cutOff) {
      return expanded.toByteArray();
    }
    return expanded.toByteArray();
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return UTF_16BE;
    }
    if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return UTF_16LE;
    }
    if (bytes.length > 3 && bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0) {
      return UTF_16LE;
    }
    if (bytes.length > 3 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0) {
      return UTF_16BE;
    }
    return isUtf8(bytes) ? UTF_8 : ISO_8859_1;
  }

  /** A character cut off at the end does not count against it. */
  private static boolean isUtf8(byte[] bytes) {
    return !UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false)
        .isError();
  }

  private static String decoded(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Without the line at which a long file was cut off. */
  private static String wholeLines(String text, byte[] bytes) {
    int last = text.lastIndexOf('\n');
    return bytes.length < MOST_BYTES || last < 0 ? text : text.substring(0, last + 1);
  }
}
