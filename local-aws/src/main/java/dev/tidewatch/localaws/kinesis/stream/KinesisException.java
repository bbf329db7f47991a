package dev.tidewatch.localaws.kinesis.stream;

import static java.util.Objects.requireNonNull;

/** An answer that is an error. Carries no stack trace: the client is told, not the log. */
public final class KinesisException extends RuntimeException {
  private final ErrorCode code;

  public KinesisException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = requireNonNull(code, "code");
  }

  public ErrorCode code() {
    return code;
  }
}
