package dev.tidewatch.detector.console.web;

/** A file for browsers, as it is and packed. */
final class Asset {
  private final String type;
  private final byte[] plain;
  private final byte[] packed;

  /**
   * @param type such as {@code text/css; charset=utf-8}
   */
  Asset(String type, byte[] plain) {
    this.type = type;
    this.plain = plain;
    this.packed = Packing.gzip(plain);
  }

  String type() {
    return type;
  }

  byte[] plain() {
    return plain;
  }

  byte[] packed() {
    return packed;
  }
}
