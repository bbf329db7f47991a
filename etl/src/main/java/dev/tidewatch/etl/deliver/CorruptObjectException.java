package dev.tidewatch.etl.deliver;

/** An object of this product is not as it was written. The message names it. */
public final class CorruptObjectException extends RuntimeException {
  public CorruptObjectException(String key, String reason) {
    super(key + " is damaged: " + reason);
  }

  CorruptObjectException(String key, Throwable cause) {
    super(key + " is damaged: " + cause.getMessage(), cause);
  }
}
