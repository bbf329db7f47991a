package dev.tidewatch.detector.console.words;

import java.util.Locale;

/** Sizes as people read them. */
public final class Bytes {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  private Bytes() {}

  /** {@code 512 bytes}, {@code 1.4 MB}. */
  public static String words(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1000 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return unit == 0
        ? bytes + (bytes == 1 ? " byte" : " bytes")
        : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
