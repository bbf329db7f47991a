package dev.tidewatch.detector.alerting;

/** A mute that would silence nothing; the message says what would. */
public final class MuteRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  MuteRefused(String message) {
    super(message);
  }
}
