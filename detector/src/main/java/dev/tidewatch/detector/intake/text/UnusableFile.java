package dev.tidewatch.detector.intake.text;

import java.io.IOException;

/** A file that is not what the data set says; reading it again would not help. */
public final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param reason what is wrong, as the end of a sentence that begins with the file's name
   */
  public UnusableFile(String reason) {
    super(reason);
  }

  /** What is wrong, as the end of a sentence that begins with the file's name. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
