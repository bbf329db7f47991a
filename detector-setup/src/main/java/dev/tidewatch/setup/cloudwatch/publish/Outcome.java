package dev.tidewatch.setup.cloudwatch.publish;

/** What became of an interval; each has exactly one. */
public enum Outcome {
  SENT("sent"),
  SENT_BEFORE("sent before"),
  IN_DOUBT("in doubt"),
  NO_FILE("without a file"),
  TOO_OLD("older than CloudWatch takes");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
