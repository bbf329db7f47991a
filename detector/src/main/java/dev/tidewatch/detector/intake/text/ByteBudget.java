package dev.tidewatch.detector.intake.text;

/** How many bytes may still be read, shared by the files of an interval. For one thread. */
public final class ByteBudget {
  private final String excess;
  private long left;

  /**
   * @param bytes how many
   * @param excess what to say of the file at which they are used up
   */
  public ByteBudget(long bytes, String excess) {
    this.left = bytes;
    this.excess = excess;
  }

  void take(long bytes) throws UnusableFile {
    left -= bytes;
    if (left < 0) {
      throw new UnusableFile(excess);
    }
  }
}
