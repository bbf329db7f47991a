package dev.tidewatch.deploy.request;

/** Something that is there already is in the way; the message says what, and what to do. */
public final class Conflict extends RuntimeException {
  public Conflict(String message) {
    super(message);
  }
}
