package dev.tidewatch.detector.intake.s3;

/** S3 says no, and would say so again. The message is for users. */
public final class S3Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean isMissing;

  S3Refusal(String reason, boolean isMissing) {
    super(reason);
    this.isMissing = isMissing;
  }

  /** What is wrong, as a sentence without its full stop. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether the object is not there. */
  boolean isMissing() {
    return isMissing;
  }
}
