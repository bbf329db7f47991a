package dev.tidewatch.detector.http;

import org.jspecify.annotations.Nullable;

/** A certificate or key that cannot be used; the message says why and what to do. */
public final class PemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PemException(String message) {
    this(message, null);
  }

  PemException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
