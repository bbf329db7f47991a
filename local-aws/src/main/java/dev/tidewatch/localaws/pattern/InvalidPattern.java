package dev.tidewatch.localaws.pattern;

/** A condition that has no meaning; the message says why. */
public final class InvalidPattern extends RuntimeException {
  public InvalidPattern(String message) {
    super(message);
  }
}
