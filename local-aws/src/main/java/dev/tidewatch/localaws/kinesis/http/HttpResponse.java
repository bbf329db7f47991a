package dev.tidewatch.localaws.kinesis.http;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An answer, and how much of it the client gets to see.
 *
 * @param body not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one body an answer, handed through, never compared
public record HttpResponse(
    int status, Map<String, String> headers, byte[] body, Delivery delivery) {
  /** What reaches the client. */
  public enum Delivery {
    WHOLE,
    /** The head and half of the body; then the connection is closed. */
    CUT,
    /** Nothing: the connection is closed. */
    LOST
  }

  public HttpResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(status + " is no final HTTP status: use 200 to 599");
    }
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
    requireNonNull(delivery, "delivery");
  }

  public HttpResponse(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Delivery.WHOLE);
  }

  /** The same answer, delivered otherwise. */
  public HttpResponse delivered(Delivery how) {
    return new HttpResponse(status, headers, body, how);
  }
}
