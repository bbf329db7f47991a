package dev.tidewatch.detector.http;

/** How many bytes of long bodies may be on their way at the same time. Safe for many threads. */
final class BodyRoom {
  /** What a body may have in any case; nearly all requests are shorter. */
  static final int SHORT_BYTES = 8 * 1024;

  private long left;

  /**
   * @param bytes beyond the first {@link #SHORT_BYTES} of each body, of all bodies together
   */
  BodyRoom(long bytes) {
    this.left = bytes;
  }

  Part part() {
    return new Part();
  }

  private synchronized boolean take(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  private synchronized void giveBack(long bytes) {
    left += bytes;
  }

  /** What one body takes of it, until it is closed. For one thread at a time. */
  final class Part {
    private long size;
    private long taken;

    /** Whether there is room for so many bytes more. */
    boolean grow(int bytes) {
      long more = Math.max(0, size + bytes - SHORT_BYTES) - taken;
      if (!take(more)) {
        return false;
      }
      size += bytes;
      taken += more;
      return true;
    }

    /** Gives all of it back; closing again does nothing. */
    void close() {
      giveBack(taken);
      taken = 0;
    }
  }
}
