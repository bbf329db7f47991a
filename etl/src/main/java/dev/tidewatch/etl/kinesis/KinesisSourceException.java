package dev.tidewatch.etl.kinesis;

import org.jspecify.annotations.Nullable;

/** The stream cannot be read on. The message says what was wrong and what to do. */
public final class KinesisSourceException extends RuntimeException {
  KinesisSourceException(String message) {
    super(message);
  }

  KinesisSourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
