package dev.tidewatch.detector.events;

/** Something that cannot be noted as an event; the message says why, and what could be. */
public final class EventRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  EventRefused(String message) {
    super(message);
  }
}
