package dev.tidewatch.setup.sample;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what bytes are that are no text in UTF-8. */
final class Encoding {
  private static final String UTF_16 = "text in UTF-16";
  private static final String TO_UTF_8 =
      "; detectors are surest with UTF-8: iconv -f %s -t UTF-8 SAMPLE > sample.utf8, and give that";
  private static final String UNREADABLE =
      "; detectors read CSV and JSON lines, as they are or in GZIP: give a sample of those";

  /** How files begin that hold something else. */
  private static final Map<String, String> BEGINNINGS = beginnings();

  private Encoding() {}

  private static Map<String, String> beginnings() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("PAR1", "a Parquet file");
    kinds.put("ORC", "an ORC file");
    kinds.put("Obj\u0001", "an Avro file");
    kinds.put("BZh", "compressed with bzip2");
    kinds.put("(\u00b5/\u00fd", "compressed with Zstandard");
    kinds.put("\u00fd7zXZ", "compressed with xz");
    kinds.put("PK\u0003\u0004", "a ZIP archive (or an Excel sheet)");
    kinds.put("\u00ff\u0006\u0000\u0000sNaPpY", "compressed with Snappy");
    return kinds;
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws IllegalStateException when it is no text in UTF-8, saying what it is and what to do
   */
  static void check(byte[] bytes) {
    String latin = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    Optional<String> kind =
        BEGINNINGS.entrySet().stream()
            .filter(beginning -> latin.startsWith(beginning.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (kind.isPresent()) {
      throw isNot(kind.get() + UNREADABLE);
    }
    if (latin.startsWith("\u00ff\u00fe") || latin.startsWith("\u00fe\u00ff")) {
      throw isNot(UTF_16 + TO_UTF_8.formatted("UTF-16"));
    }
    if (latin.length() > 3 && latin.charAt(1) == 0 && latin.charAt(3) == 0) {
      throw isNot(UTF_16 + TO_UTF_8.formatted("UTF-16LE"));
    }
    if (latin.length() > 3 && latin.charAt(0) == 0 && latin.charAt(2) == 0) {
      throw isNot(UTF_16 + TO_UTF_8.formatted("UTF-16BE"));
    }
    if (latin.startsWith("ustar", 257)) {
      throw isNot("a tar archive" + UNREADABLE);
    }
    if (latin.indexOf(0) >= 0) {
      throw isNot("binary" + UNREADABLE);
    }
    notUtf8(bytes).ifPresent(position -> tell(bytes, position));
  }

  /** Where bytes stop being UTF-8; a character that is cut off at the end is none of that. */
  private static Optional<Integer> notUtf8(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), false);
    return result.isError() ? Optional.of(in.position()) : Optional.empty();
  }

  private static void tell(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    throw isNot(
        "no text in UTF-8: line %d has the byte 0x%02x"
                .formatted(line, Byte.toUnsignedInt(bytes[position]))
            + TO_UTF_8.formatted("WINDOWS-1252")
            + " if that is what it is in");
  }

  private static IllegalStateException isNot(String what) {
    return new IllegalStateException("the sample is " + what);
  }
}
