package dev.tidewatch.generator.sink;

/** Records cannot be delivered; the message says why and what to do. */
public final class SinkException extends RuntimeException {
  public SinkException(String message) {
    super(message);
  }

  public SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
