package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;

/** ValidationException in the words AWS uses. */
final class Validation {
  private Validation() {}

  static KinesisException failed(String name, String constraint) {
    return error("Value at '" + member(name) + "'", constraint);
  }

  static KinesisException failed(String name, String value, String constraint) {
    return error("Value '" + value + "' at '" + member(name) + "'", constraint);
  }

  private static KinesisException error(String what, String constraint) {
    return new KinesisException(
        ErrorCode.VALIDATION,
        "1 validation error detected: " + what + " failed to satisfy constraint: " + constraint);
  }

  private static String member(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
