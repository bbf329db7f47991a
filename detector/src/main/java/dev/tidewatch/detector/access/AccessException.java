package dev.tidewatch.detector.access;

/** Access keys cannot be read, made or changed; the message says why and what to do. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AccessException(String message) {
    super(message);
  }

  public AccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
