package dev.tidewatch.detector.intake;

/**
 * How much memory rows may take that are being collected, and what is learnt of them, of all data
 * sets together: data with very many different dimension values must not take the server down. Safe
 * for use by many threads.
 */
public final class Room {
  private static final int STEP = 1024 * 1024;

  private final long size;
  private long left;
  private long kept;

  private Room(long size) {
    this.size = size;
    this.left = size;
  }

  /** Room for so many bytes. */
  public static Room of(long bytes) {
    return new Room(bytes);
  }

  /** Three fifths of what memory the process may have. */
  public static Room ofHeap() {
    return new Room(Runtime.getRuntime().maxMemory() / 5 * 3);
  }

  /** What one collector takes of it, until it is closed. */
  public Share share() {
    return new Share();
  }

  private synchronized void take(long bytes, long held) {
    if (bytes <= left) {
      left -= bytes;
      return;
    }
    if (left + held < size - kept) {
      throw new SourceUnavailable(
          "other detectors that learn have the memory; this one follows", new TooManyRows(size));
    }
    throw new TooManyRows(size - kept);
  }

  public long size() {
    return size;
  }

  /** What {@link #keep} may take once all rows are let go. */
  public synchronized long free() {
    return size - kept;
  }

  /**
   * Takes memory that is kept for good, or gives it back where it is less than nothing.
   *
   * @return false, and nothing is taken, when there is not as much now
   */
  public synchronized boolean keep(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    kept += bytes;
    return true;
  }

  private synchronized void giveBack(long bytes) {
    left += bytes;
  }

  /** A collector's part. For one thread at a time. */
  public final class Share implements AutoCloseable {
    private long used;
    private long held;
    private boolean closed;

    /**
     * Takes so many bytes more.
     *
     * @throws TooManyRows when there is not as much, though nobody else has any
     * @throws SourceUnavailable when others have to finish first
     */
    public void grow(long bytes) {
      if (closed) {
        throw new IllegalStateException("nobody waits for these rows any more");
      }
      used += bytes;
      if (used > held) {
        long more = Math.max(STEP, used - held);
        take(more, held);
        held += more;
      }
    }

    /** Needs so many bytes no more. */
    public void shrink(long bytes) {
      used -= bytes;
    }

    /** Gives everything back; closing again does nothing. */
    @Override
    public void close() {
      giveBack(held);
      held = 0;
      used = 0;
      closed = true;
    }
  }
}
