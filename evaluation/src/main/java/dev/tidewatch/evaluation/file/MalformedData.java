package dev.tidewatch.evaluation.file;

/** Data that is not what it should be; the message says where, what, and what would be right. */
public final class MalformedData extends RuntimeException {
  public MalformedData(String message) {
    super(message);
  }
}
