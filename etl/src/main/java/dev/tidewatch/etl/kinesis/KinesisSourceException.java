package dev.tidewatch.etl.kinesis;

import org.jspecify.annotations.Nullable;

/** The stream cannot be read on. The message says what was wrong and what to do. */
public final class KinesisSourceException extends RuntimeException {
  /** What to do when records are gone for good. */
  static final String TO_GO_ON =
      "set failOnDataLoss=false (of the job: --allow-data-loss) to go on with what is left";

  public KinesisSourceException(String message) {
    super(message);
  }

  public KinesisSourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
