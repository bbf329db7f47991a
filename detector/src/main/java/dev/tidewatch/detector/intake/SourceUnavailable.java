package dev.tidewatch.detector.intake;

/** The source cannot be asked now: trouble of network or service that goes away. Try again. */
public final class SourceUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SourceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
