package dev.tidewatch.detector.store;

/** The disk does not take what is written: nothing was changed, and it may be tried again later. */
public final class DiskUnwritable extends StoreException {
  private static final long serialVersionUID = 1;

  private final String trouble;

  DiskUnwritable(String message, String trouble, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  /** What is wrong with the disk, without naming the file. */
  public String trouble() {
    return trouble;
  }
}
