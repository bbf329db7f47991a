package dev.tidewatch.localaws.cloudwatch.math;

/** An expression that has no meaning; the message says why. */
public final class MathException extends RuntimeException {
  public MathException(String message) {
    super(message);
  }
}
