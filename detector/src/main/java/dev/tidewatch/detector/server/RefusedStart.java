package dev.tidewatch.detector.server;

/** The server does not start as it is configured; the message says what to change. */
public final class RefusedStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedStart(String message) {
    super(message, null, false, false);
  }
}
