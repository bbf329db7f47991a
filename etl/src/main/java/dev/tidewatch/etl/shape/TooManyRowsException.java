package dev.tidewatch.etl.shape;

/** A range of a shard has more rows than memory is meant to hold; the message says what to do. */
public final class TooManyRowsException extends RuntimeException {
  TooManyRowsException(String message) {
    super(message);
  }
}
