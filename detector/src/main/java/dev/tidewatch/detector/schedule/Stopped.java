package dev.tidewatch.detector.schedule;

/** The server stops in the middle of learning. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  Stopped() {
    super("the server stops", null, false, false);
  }
}
