package dev.tidewatch.detector.intake.text;

import java.io.IOException;

/** A file that is not what the data set says; reading it again would not help. */
public final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean ofHeader;

  /**
   * @param reason what is wrong, as the end of a sentence that begins with the file's name
   */
  public UnusableFile(String reason) {
    this(reason, false);
  }

  private UnusableFile(String reason, boolean ofHeader) {
    super(reason);
    this.ofHeader = ofHeader;
  }

  /** A file whose header is not what the data set says. */
  static UnusableFile ofHeader(String reason) {
    return new UnusableFile(reason, true);
  }

  /** The same, with the file's name before the reason. */
  public UnusableFile named(String file) {
    return new UnusableFile(file + " " + reason(), ofHeader);
  }

  /** Whether its header is what is wrong. */
  public boolean isOfHeader() {
    return ofHeader;
  }

  /** What is wrong, as the end of a sentence that begins with the file's name. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
