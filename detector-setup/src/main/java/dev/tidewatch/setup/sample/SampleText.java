package dev.tidewatch.setup.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The beginning of a file, or some records.
 *
 * @param gzip whether it was compressed
 * @param text its lines, each of them whole
 */
public record SampleText(boolean gzip, String text) {
  /** How many bytes are looked at. */
  public static final int MOST_BYTES = 256 * 1024;

  /**
   * Of the first bytes, compressed or not.
   *
   * @param cut whether more would have followed
   * @throws IllegalStateException when they are no text in UTF-8, saying what they are
   */
  public static SampleText of(byte[] stored, boolean cut) {
    boolean gzip = stored.length > 1 && stored[0] == 0x1f && stored[1] == (byte) 0x8b;
    byte[] bytes = gzip ? expanded(stored) : stored;
    Encoding.check(bytes);
    String text = new String(bytes, UTF_8);
    int last = text.lastIndexOf('\n');
    boolean partial = (cut || bytes.length >= MOST_BYTES) && last >= 0;
    String whole = partial ? text.substring(0, last + 1) : text;
    return new SampleText(gzip, whole.startsWith("\uFEFF") ? whole.substring(1) : whole);
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
}
